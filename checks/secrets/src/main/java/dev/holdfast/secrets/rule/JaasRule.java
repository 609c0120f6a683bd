package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The password of a JAAS login, as clients of Kafka are configured: {@code …PlainLoginModule
 * required username="…" password="…";}, the quotes escaped or not.
 */
final class JaasRule implements Recognizer {
    private static final int FURTHEST = 400;
    private static final int LONGEST = 200;
    private static final int FEWEST = 4;
    private static final String MODULE = "LoginModule";
    private static final String PASSWORD = "password=";

    private final Kind kind;
    private final TokenRule rule;

    JaasRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of(MODULE);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int behind = anchor + MODULE.length();
        int limit = Math.min(length, behind + FURTHEST);
        int required = Latin1.find(bytes, behind, Math.min(limit, behind + 16), "requi");
        int found = required < 0 ? -1 : Latin1.find(bytes, required, limit, PASSWORD);
        if (found < 0 || Latin1.find(bytes, behind, found, ";") >= 0) {
            return null;
        }
        int start = found + PASSWORD.length();
        while (start < limit && bytes[start] == '\\') {
            start++;
        }
        byte quote = start < limit ? bytes[start] : 0;
        start++;
        int end = start;
        int last = Math.min(length, start + LONGEST);
        while (end < last && bytes[end] != quote && bytes[end] != '\\' && bytes[end] != '\n') {
            end++;
        }
        if ((quote != '"' && quote != '\'') || end - start < FEWEST || end == last) {
            return null;
        }
        String text = Latin1.text(bytes, start, end);
        boolean none =
                StandIns.isPassword(text)
                        || StandIns.isTemplate(text)
                        || text.startsWith("$")
                        || text.startsWith("{")
                        || text.startsWith("<")
                        || Placeholder.is(bytes, start, end)
                        || !Boundary.before(bytes, found);
        // The manual's own: "alice-secret", "admin-secret".
        boolean manual = text.endsWith("-secret");
        return none || manual ? null : new TokenMatch(rule, kind.leaked(), start, end, List.of());
    }

    @Override
    public int reach() {
        return FURTHEST + LONGEST + 64;
    }
}
