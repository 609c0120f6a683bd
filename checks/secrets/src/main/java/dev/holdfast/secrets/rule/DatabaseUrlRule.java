package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** URLs of databases and brokers that carry a password (RFC 3986, section 3.2.1). */
final class DatabaseUrlRule implements Recognizer {
    private static final int LONGEST = 2_048;
    private static final List<String> SCHEMES =
            List.of(
                    "postgres",
                    "postgresql",
                    "mysql",
                    "mariadb",
                    "mongodb",
                    "mongodb+srv",
                    "redis",
                    "rediss",
                    "amqp",
                    "amqps",
                    "mssql",
                    "sqlserver",
                    "clickhouse",
                    "cockroachdb");
    // What stands for a password in documentation; nothing else is taken for one.
    private static final Set<String> STAND_INS =
            Set.of(
                    "password",
                    "pass",
                    "passwd",
                    "pwd",
                    "secret",
                    "<password>",
                    "[password]",
                    "[your-password]",
                    "your-password",
                    "your_password",
                    "yourpassword",
                    "{password}",
                    "%s",
                    "***",
                    "******",
                    "********",
                    "xxx",
                    "xxxx",
                    "xxxxxx");

    private final Kind kind;
    private final TokenRule rule;

    DatabaseUrlRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    TokenRule rule() {
        return rule;
    }

    @Override
    public List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        SCHEMES.forEach(scheme -> anchors.add(scheme + "://"));
        return anchors;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        int authority = Latin1.find(bytes, anchor, Math.min(length, anchor + 20), "://") + 3;
        int end = authority;
        int at = -1;
        int slash = -1;
        while (end < length && end - anchor < LONGEST && !stops(bytes[end])) {
            if (bytes[end] == '@' && slash < 0) {
                at = end;
            } else if ((bytes[end] == '/' || bytes[end] == '?') && slash < 0 && at >= 0) {
                slash = end;
            }
            end++;
        }
        int colon = at < 0 ? -1 : Latin1.find(bytes, authority, at, ":");
        if (colon < 0 || colon + 1 >= at) {
            return null;
        }
        String password = Latin1.text(bytes, colon + 1, at);
        // ${DB_PASSWORD} is a place for a password, and "'+x+'" ends before the '@'.
        if (password.startsWith("$") || STAND_INS.contains(password.toLowerCase(Locale.ROOT))) {
            return null;
        }
        String host = host(bytes, at + 1, end);
        boolean local =
                Set.of("localhost", "127.0.0.1", "[::1]", "host.docker.internal").contains(host);
        return new TokenMatch(
                rule,
                kind.leaked(local ? Severity.LOW : kind.severity(), Map.of("local", local)),
                anchor,
                end,
                List.of());
    }

    private static String host(byte[] bytes, int start, int end) {
        int stop = start;
        while (stop < end
                && bytes[stop] != ':'
                && bytes[stop] != '/'
                && bytes[stop] != '?'
                && bytes[stop] != ',') {
            stop++;
        }
        return Latin1.text(bytes, start, stop);
    }

    private static boolean stops(byte each) {
        return (each >= 0 && each <= ' ')
                || each == '"'
                || each == '\''
                || each == '`'
                || each == '\\'
                || each == '<'
                || each == '>';
    }

    @Override
    public int reach() {
        return LONGEST + 16;
    }
}
