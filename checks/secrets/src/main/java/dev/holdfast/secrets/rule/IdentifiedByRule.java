package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The password of a statement that makes an account: {@code IDENTIFIED [WITH plugin] BY '…'} of
 * MySQL, MariaDB and Oracle.
 */
final class IdentifiedByRule implements Recognizer {
    private static final int LONGEST_PLUGIN = 40;

    private final Kind kind;
    private final TokenRule rule;

    IdentifiedByRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> keywords() {
        return List.of("identified ");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int at = Text.space(bytes, length, anchor + 11);
        if (Literal.ignoringCase(bytes, length, at, "with ")) {
            at = Text.space(bytes, length, at + 5);
            int plugin = at;
            while (at < length && at - plugin < LONGEST_PLUGIN && bytes[at] > ' ') {
                at++;
            }
            at = Text.space(bytes, length, at);
        }
        if (!Literal.ignoringCase(bytes, length, at, "by ")) {
            return null;
        }
        at = Text.space(bytes, length, at + 3);
        if (at >= length || !Text.isQuote(bytes[at])) {
            return null;
        }
        AssignedValue value =
                AssignedValue.quoted(bytes, length, at + 1, bytes[at], GuessedValue.LONGEST);
        return value != null && GuessedValue.isPassword(bytes, value)
                ? new TokenMatch(rule, kind.leaked(), value.start(), value.end(), List.of())
                : null;
    }

    @Override
    public int reach() {
        return 4 * LONGEST_PLUGIN + 2 * GuessedValue.LONGEST;
    }
}
