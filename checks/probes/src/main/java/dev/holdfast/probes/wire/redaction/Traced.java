package dev.holdfast.probes.wire.redaction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read out of another one, with where each letter came from. Each kind is read in
 * one pass.
 */
final class Traced implements Origin {
    private static final int FIRST = 64;
    private static final int BYTE = 256;
    private static final int HEX = 16;

    /** Stands between two lists, and is in no secret. */
    private static final char GAP = '\uFFFF';

    private final @Nullable Origin under;
    private final StringBuilder letters = new StringBuilder();
    private int[] from = new int[FIRST];
    private int[] to = new int[FIRST];

    private Traced(@Nullable Origin under) {
        this.under = under;
    }

    /**
     * The text without what parts groups of letters: {@code 51 32 46}, {@code 51:32:46}, {@code
     * 0x51, 0x32}, base64 on several lines.
     *
     * @param under where the text itself came from, if from another one
     */
    static Traced together(String text, @Nullable Origin under) {
        Traced made = new Traced(under);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (parts(letter)) {
                continue;
            }
            if (letter == '0' && marksHex(text, i)) {
                i++;
                continue;
            }
            made.add(letter, i, i);
        }
        return made;
    }

    /** The text without the backslash before a sign, as shells and patterns have it. */
    static Traced unquoted(String text) {
        Traced made = new Traced(null);
        for (int i = 0; i < text.length(); i++) {
            boolean quoted =
                    text.charAt(i) == '\\' && i + 1 < text.length() && isSign(text.charAt(i + 1));
            int begin = i;
            i += quoted ? 1 : 0;
            made.add(text.charAt(i), begin, i);
        }
        return made;
    }

    private static boolean isSign(char letter) {
        return letter > ' ' && letter < 0x7F && !Character.isLetterOrDigit(letter);
    }

    private static boolean parts(char letter) {
        return switch (letter) {
            case ' ', '\t', '\r', '\n', ':', ',', '-' -> true;
            default -> false;
        };
    }

    private static boolean marksHex(String text, int at) {
        return at + 2 < text.length()
                && (text.charAt(at + 1) == 'x' || text.charAt(at + 1) == 'X')
                && Character.digit(text.charAt(at + 2), HEX) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /**
     * The letters of lists of bytes: {@code [81, 50, 70]}, {@code 81 50 70}, {@code {"0":81,
     * "1":50}}; a negative byte is one of Java. Zeros, as UTF-16 has them, count for nothing.
     *
     * @param under where the text itself came from, if from another one
     */
    static Traced listed(String text, @Nullable Origin under) {
        Traced made = new Traced(under);
        for (int i = 0; i < text.length(); ) {
            char letter = text.charAt(i);
            if (!isDigit(letter)) {
                if (!parts(letter) && letter != '"' && letter != '\'') {
                    made.gap(i);
                }
                i++;
                continue;
            }
            int begin = i;
            int value = 0;
            while (i < text.length() && isDigit(text.charAt(i))) {
                value = Math.min(BYTE, value * 10 + (text.charAt(i) - '0'));
                i++;
            }
            if (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
                // The name of a member: its place in the list.
                continue;
            }
            if (value >= BYTE) {
                made.gap(begin);
            } else if (value > 0) {
                boolean negative =
                        begin > 0
                                && text.charAt(begin - 1) == '-'
                                && (begin == 1 || !isDigit(text.charAt(begin - 2)));
                made.add((char) (negative ? (BYTE - value) : value), begin, i - 1);
            }
        }
        return made;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private void gap(int at) {
        if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != GAP) {
            add(GAP, at, at);
        }
    }

    private void add(char letter, int first, int last) {
        int size = letters.length();
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = under == null ? first : under.begin(first);
        to[size] = under == null ? last + 1 : under.end(last);
        letters.append(letter);
    }

    String text() {
        return letters.toString();
    }

    @Override
    public int begin(int at) {
        return from[at];
    }

    @Override
    public int end(int at) {
        return to[at];
    }

    /** Says nothing of what the text says. */
    @Override
    public String toString() {
        return letters.length() + " letters";
    }
}
