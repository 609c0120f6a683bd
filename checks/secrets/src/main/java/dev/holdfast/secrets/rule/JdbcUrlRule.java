package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * URLs of JDBC that carry a password: as a parameter, which most drivers take, or before the host
 * of Oracle's thin driver.
 */
final class JdbcUrlRule implements Recognizer {
    private static final int LONGEST = 1_024;
    private static final int LONGEST_PASSWORD = 128;
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?i)[?&;,:](?:[a-z._-]{0,30})(?:password|pwd|passwd)=(\\{[^}]*\\}|[^&;,]+)");
    private static final Pattern ORACLE_USER = Pattern.compile("(?i)oracle:(?:thin|oci):[^/@:]+/");
    // SQL Server's driver takes what is in braces as it stands.
    private static final Pattern QUOTED = Pattern.compile("\\{(.*\\d.*)\\}");
    private static final Pattern ORACLE = Pattern.compile("oracle:thin:[^/@:]+/([^/@:]+)@.*");
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?i)[a-z0-9:+]*://(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1\\])(?::[0-9]+)?(?:[/;?].*)?");

    private final Kind kind;
    private final TokenRule rule;

    JdbcUrlRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of("jdbc:", "JDBC:");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        UrlText url = UrlText.read(bytes, anchor + 5, Math.min(length, anchor + LONGEST), false);
        String text = url.text();
        if (ORACLE_USER.matcher(text).matches()) {
            return quoted(bytes, length, anchor, url.end(text.length()));
        }
        if (!hasParameter(text) && !isOracle(text)) {
            return null;
        }
        boolean local = LOCAL.matcher(text).matches();
        return new TokenMatch(
                rule,
                kind.leaked(local ? Severity.LOW : kind.severity(), Map.of("local", local)),
                anchor,
                url.end(text.length()),
                List.of());
    }

    /** The first parameter may be a stand-in, and one behind it none. */
    private static boolean hasParameter(String text) {
        boolean sqlserver = text.regionMatches(true, 0, "sqlserver", 0, 9);
        Matcher password = PARAMETER.matcher(text);
        while (password.find()) {
            Matcher quoted = QUOTED.matcher(password.group(1));
            boolean braces = sqlserver && quoted.matches();
            if (!isStandIn(braces ? quoted.group(1) : password.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOracle(String text) {
        Matcher oracle = ORACLE.matcher(text);
        return oracle.matches() && !isStandIn(oracle.group(1));
    }

    /** Oracle's {@code user/"password"@}, in whose quotes any sign may stand. */
    private @Nullable Match quoted(byte[] bytes, int length, int anchor, int from) {
        int quote = from;
        while (quote < length && bytes[quote] == '\\') {
            quote++;
        }
        if (quote >= length || bytes[quote] != '"') {
            return null;
        }
        AssignedValue value =
                AssignedValue.quoted(bytes, length, quote + 1, (byte) '"', LONGEST_PASSWORD);
        if (value == null || isStandIn(Latin1.text(bytes, value.start(), value.end()))) {
            return null;
        }
        int at = value.end() + quote - from + 1;
        return at < length && bytes[at] == '@'
                ? new TokenMatch(rule, kind.leaked(), anchor, at, List.of())
                : null;
    }

    private static boolean isStandIn(String password) {
        return StandIns.isPassword(password)
                || StandIns.isTemplate(password)
                || password.startsWith("$")
                || password.startsWith("{");
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return LONGEST + 16;
    }
}
