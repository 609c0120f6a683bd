package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code .netrc} ({@code machine … login … password …}) and of {@code .pgpass} ({@code
 * host:port:database:user:password}; PostgreSQL, section 32.16).
 */
final class PasswordFileRule implements Recognizer {
    private static final String MACHINE = "machine ";
    private static final int LONGEST_ENTRY = 300;
    private static final int MOST_WORDS = 8;

    private final Kind kind;
    private final TokenRule rule;

    PasswordFileRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of(":5432:", ":5433:", ":6432:", "*:*:*:");
    }

    @Override
    public List<String> keywords() {
        return List.of(MACHINE);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        AssignedValue value =
                Literal.ignoringCase(bytes, length, anchor, MACHINE)
                        ? netrc(bytes, length, anchor)
                        : postgres(bytes, length, anchor);
        return value != null && GuessedValue.isPassword(bytes, value)
                ? new TokenMatch(rule, kind.leaked(), value.start(), value.end(), List.of())
                : null;
    }

    private static @Nullable AssignedValue netrc(byte[] bytes, int length, int machine) {
        if (!Text.beginsLine(bytes, Text.blanksBefore(bytes, machine))) {
            return null;
        }
        int last = Math.min(length, machine + LONGEST_ENTRY);
        int at = Text.space(bytes, last, machine + MACHINE.length());
        boolean password = false;
        for (int word = 0; word < MOST_WORDS && at < last; word++) {
            int end = at;
            while (end < length && end - at <= GuessedValue.LONGEST && bytes[end] > ' ') {
                end++;
            }
            if (password) {
                return new AssignedValue(at, end, true);
            }
            password = end - at == 8 && Literal.at(bytes, length, at, "password");
            at = Text.space(bytes, length, end);
        }
        return null;
    }

    private static @Nullable AssignedValue postgres(byte[] bytes, int length, int anchor) {
        int begin = anchor;
        while (begin > 0 && anchor - begin < LONGEST_ENTRY && bytes[begin - 1] > ' ') {
            begin--;
        }
        if (!Text.beginsLine(bytes, begin)) {
            return null;
        }
        int at = begin;
        for (int colons = 0; colons < 4; colons++) {
            int colon = at;
            while (colon < length && bytes[colon] != ':' && bytes[colon] > ' ') {
                colon++;
            }
            if (colon >= length || bytes[colon] != ':' || colon == at) {
                return null;
            }
            at = colon + 1;
        }
        int end = at;
        while (end < length && end - at <= GuessedValue.LONGEST && bytes[end] > ' ') {
            end++;
        }
        boolean line = end == length || Text.endsLine(bytes[end]);
        return line ? new AssignedValue(at, end, true) : null;
    }

    @Override
    public int reach() {
        return 2 * LONGEST_ENTRY;
    }
}
