package dev.holdfast.probes.wire.redaction;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds pieces of secrets: a text that was cut holds a secret's beginning, a base64 text of more
 * than the secret its middle. Twelve letters in a row of any form of a secret are a piece of it,
 * without regard to case and to what a base64 alphabet or a form's encoding exchanges.
 */
final class Pieces {
    /** So many letters in a row give a secret away. */
    static final int LENGTH = 12;

    /** So many do at the place where a text was cut. */
    private static final int LENGTH_AT_CUT = 6;

    private static final int BITS = 1 << 20;
    private static final int BASE = 31;
    private static final int HIGHEST = highest();

    private final Set<String> pieces = new HashSet<>();
    private final BitSet hashes = new BitSet(BITS);
    private final List<String> shortOnes;
    private final List<String> values;

    /**
     * The pieces of these.
     *
     * @param values secrets as they are
     * @param encodings forms of them that are no mere escapes
     */
    Pieces(List<String> values, List<String> encodings) {
        this.values = List.copyOf(values);
        this.shortOnes =
                values.stream()
                        .filter(each -> each.length() < LENGTH)
                        .map(Pieces::plain)
                        .distinct()
                        .toList();
        for (List<String> some : List.of(values, encodings)) {
            for (String each : some) {
                add(each);
                add(plain(each));
            }
        }
    }

    private static String plain(String value) {
        Unescaped plain = Unescaped.of(value);
        return plain == null ? value : plain.text();
    }

    private void add(String value) {
        String folded = folded(value);
        for (int i = 0; i + LENGTH <= folded.length(); i++) {
            String piece = folded.substring(i, i + LENGTH);
            if (pieces.add(piece)) {
                int hash = 0;
                for (int k = 0; k < LENGTH; k++) {
                    hash = hash * BASE + piece.charAt(k);
                }
                hashes.set(slot(hash));
            }
        }
    }

    /** The text with a mask for every piece in it. */
    String redact(String text) {
        BitSet covered = new BitSet();
        cover(text, null, covered);
        Unescaped plain = Unescaped.of(text);
        if (plain != null) {
            cover(plain.text(), plain, covered);
        }
        atCuts(text, covered);
        return covered.isEmpty() ? text : masked(text, covered);
    }

    private void cover(String text, @Nullable Unescaped origin, BitSet covered) {
        String folded = folded(text);
        int hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            hash = hash * BASE + folded.charAt(i);
            if (i >= LENGTH) {
                hash -= folded.charAt(i - LENGTH) * HIGHEST;
            }
            int begin = i - LENGTH + 1;
            if (begin >= 0
                    && hashes.get(slot(hash))
                    && pieces.contains(folded.substring(begin, i + 1))) {
                mark(origin, begin, i, covered);
            }
        }
        if (origin != null) {
            for (String value : shortOnes) {
                for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                    mark(origin, at, at + value.length() - 1, covered);
                }
            }
        }
    }

    private static void mark(@Nullable Unescaped origin, int first, int last, BitSet covered) {
        if (origin == null) {
            covered.set(first, last + 1);
        } else {
            covered.set(origin.begin(first), origin.end(last));
        }
    }

    /** What stands before the mark of a cut is the beginning of something longer. */
    private void atCuts(String text, BitSet covered) {
        for (int cut = text.indexOf('…'); cut >= 0; cut = text.indexOf('…', cut + 1)) {
            for (String value : values) {
                int most = Math.min(value.length(), Math.min(cut, LENGTH));
                for (int length = most; length >= LENGTH_AT_CUT; length--) {
                    if (text.startsWith(value.substring(0, length), cut - length)) {
                        covered.set(cut - length, cut);
                        break;
                    }
                }
            }
        }
    }

    private static String masked(String text, BitSet covered) {
        StringBuilder clean = new StringBuilder();
        int done = 0;
        for (int begin = covered.nextSetBit(0); begin >= 0; begin = covered.nextSetBit(done)) {
            int end = covered.nextClearBit(begin);
            // A token that shares its beginning with a secret is a secret, too: to its end.
            while (end < text.length() && ofToken(text.charAt(end))) {
                end++;
            }
            clean.append(text, done, begin).append(Mask.of(text.substring(begin, end)));
            done = end;
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static boolean ofToken(char letter) {
        return letter < 0x80
                && (Character.isLetterOrDigit(letter) || "-_.~%+=".indexOf(letter) >= 0);
    }

    private static String folded(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char letter = letters[i];
            if (letter >= 'A' && letter <= 'Z') {
                letters[i] = (char) (letter + ('a' - 'A'));
            } else if (letter == '-' || letter == ' ') {
                letters[i] = '+';
            } else if (letter == '_') {
                letters[i] = '/';
            }
        }
        return new String(letters);
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 12) & (BITS - 1);
    }

    private static int highest() {
        int power = 1;
        for (int i = 0; i < LENGTH; i++) {
            power *= BASE;
        }
        return power;
    }
}
