package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Boundary;
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
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)[?&;,](?:password|pwd|passwd)=([^&;,]+)");
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
        return List.of("jdbc:");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        UrlText url = UrlText.read(bytes, anchor + 5, Math.min(length, anchor + LONGEST), false);
        String text = url.text();
        Matcher password = PARAMETER.matcher(text);
        boolean there = password.find();
        if (!there) {
            password = ORACLE.matcher(text);
            there = password.matches();
        }
        if (!there || isStandIn(password.group(1))) {
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
