package dev.holdfast.probes.wire.redaction;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** So much of a text is looked at for these: each may be an escape. */
    private static final int LONGEST_AT_CUT = LENGTH * 12;

    private static final Pattern CUT = Pattern.compile("…|\\.\\.\\.");

    /** What is left of an escape. */
    private static final Pattern BROKEN =
            Pattern.compile(
                    "(?:%(?:25){0,4}[0-9A-Fa-f]?|\\\\{1,4}(?:x|u\\{?|U)?[0-9A-Fa-f]{0,7}"
                            + "|&(?:amp;){0,3}(?:#[xX]?[0-9A-Fa-f]{0,7}|[A-Za-z]{0,8}))$");

    private static final int BITS = 1 << 20;
    private static final int BASE = 31;
    private static final int HIGHEST = highest();

    private final Set<String> pieces = new HashSet<>();
    private final BitSet hashes = new BitSet(BITS);
    private final List<String> shortOnes;

    /** What a cut may leave of them. */
    private final Set<String> beginnings = new HashSet<>();

    /**
     * The pieces of these.
     *
     * @param values secrets as they are
     * @param encodings forms of them that are no mere escapes
     */
    Pieces(List<String> values, List<String> encodings) {
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
                for (int i = LENGTH_AT_CUT; i <= Math.min(LENGTH, each.length()); i++) {
                    beginnings.add(each.substring(0, i));
                }
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
            shortOnes(plain.text(), plain, covered);
        }
        if (text.indexOf('\\') >= 0) {
            Traced unquoted = Traced.unquoted(text);
            cover(unquoted.text(), unquoted, covered);
            shortOnes(unquoted.text(), unquoted, covered);
        }
        String read = plain == null ? text : plain.text();
        Traced together = Traced.together(read, plain);
        cover(together.text(), together, covered);
        Traced listed = Traced.listed(read, plain);
        cover(listed.text(), listed, covered);
        shortOnes(listed.text(), listed, covered);
        atCuts(text, covered);
        return covered.isEmpty() ? text : masked(text, covered);
    }

    private void cover(String text, @Nullable Origin origin, BitSet covered) {
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
    }

    private void shortOnes(String text, Origin origin, BitSet covered) {
        for (String value : shortOnes) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                mark(origin, at, at + value.length() - 1, covered);
            }
        }
    }

    private static void mark(@Nullable Origin origin, int first, int last, BitSet covered) {
        if (origin == null) {
            covered.set(first, last + 1);
        } else {
            covered.set(origin.begin(first), origin.end(last));
        }
    }

    /** What stands before the mark of a cut is the beginning of something longer. */
    private void atCuts(String text, BitSet covered) {
        Matcher cut = CUT.matcher(text);
        int after = 0;
        while (cut.find()) {
            // The cut may have gone through an escape.
            int from = Math.max(after, cut.start() - LONGEST_AT_CUT);
            String left = text.substring(from, cut.start());
            atCut(left, from, cut.start(), covered);
            Matcher broken = BROKEN.matcher(left);
            if (broken.find()) {
                atCut(left.substring(0, broken.start()), from, cut.start(), covered);
            }
            after = cut.end();
        }
    }

    private void atCut(String left, int from, int cut, BitSet covered) {
        Unescaped plain = Unescaped.of(left);
        String read = plain == null ? left : plain.text();
        for (int length = Math.min(LENGTH, read.length()); length >= LENGTH_AT_CUT; length--) {
            int begin = read.length() - length;
            if (beginnings.contains(read.substring(begin))) {
                covered.set(from + (plain == null ? begin : plain.begin(begin)), cut);
                return;
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
