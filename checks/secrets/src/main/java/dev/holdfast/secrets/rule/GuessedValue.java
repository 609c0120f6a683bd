package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Latin1;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Judges a value without a form of its own: whether it looks drawn, and is no stand-in. */
final class GuessedValue {
    /** The fewest characters of a value; below it, too much that is none looks drawn. */
    static final int FEWEST = 10;

    /** The most. */
    static final int LONGEST = 200;

    private static final int FEWEST_SORTS = 3;
    // Three in four of random bytes are none of visible text: of eight, all but one in 10^4.
    private static final int FEWEST_ENCODED = 8;
    // Bits for each letter: fewer letters than signs there are, so fewer bits.
    private static final double LEAST_ENTROPY_OF_LETTERS = 2.5;

    private GuessedValue() {}

    /** Whether the bytes look like a value that was drawn. */
    static boolean isDrawn(byte[] bytes, int start, int end, boolean quoted) {
        int size = end - start;
        if (size < FEWEST || size > LONGEST) {
            return false;
        }
        String text = Latin1.text(bytes, start, end);
        return isDrawn(text, quoted) && !isStandIn(text);
    }

    /** Whether the text is base64 of a text that can be read. */
    static boolean isText(String base64) {
        String inner = base64.length() % 4 == 0 ? decoded(base64) : "";
        return inner.length() >= FEWEST_ENCODED && isVisible(inner);
    }

    private static boolean isVisible(String text) {
        return text.chars().allMatch(each -> each > ' ' && each <= '~');
    }

    private static boolean isDrawn(String text, boolean quoted) {
        boolean signed = quoted && (text.charAt(0) == '#' || text.charAt(0) == '$');
        // A color, a selector or a variable is not made of three sorts of characters.
        return signed
                ? sorts(text) >= FEWEST_SORTS && RandomText.is(text.substring(1))
                : RandomText.is(text);
    }

    /**
     * Whether letters alone look drawn: they can hardly be said, and are no words. Only where a
     * person writes settings down, and only of a password.
     */
    static boolean isDrawnOfLetters(String text) {
        return text.length() >= FEWEST
                && text.length() <= LONGEST
                && text.chars().allMatch(each -> (each | 32) >= 'a' && (each | 32) <= 'z')
                && RandomText.entropy(text) >= LEAST_ENTROPY_OF_LETTERS
                && !Words.are(text)
                && !Dictionary.explains(text)
                && !isStandIn(text);
    }

    /** Whether a value that stands where passwords stand looks drawn, of letters alone too. */
    static boolean isPassword(byte[] bytes, AssignedValue value) {
        return isDrawn(bytes, value.start(), value.end(), value.quoted())
                || isDrawnOfLetters(Latin1.text(bytes, value.start(), value.end()));
    }

    /** The same of a text. */
    static boolean isPassword(String text) {
        return text.length() >= FEWEST
                && text.length() <= LONGEST
                && (isDrawn(text, true) || isDrawnOfLetters(text))
                && !isStandIn(text);
    }

    /** Whether base64 holds a text that is drawn, as the secrets of Kubernetes are written. */
    static boolean isEncoded(String text) {
        if (text.length() < FEWEST || text.length() % 4 != 0) {
            return false;
        }
        String inner = decoded(text);
        return inner.length() >= FEWEST
                && isVisible(inner)
                && (RandomText.is(inner) || isDrawnOfLetters(inner))
                && !isStandIn(inner);
    }

    /**
     * The text in base64, without the end of line that {@code echo} adds; empty when it is none.
     */
    static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(Latin1.bytes(base64));
            return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static boolean isStandIn(String text) {
        byte[] bytes = Latin1.bytes(text);
        return Placeholder.is(bytes, 0, bytes.length)
                || StandIns.isPassword(text)
                || StandIns.isTemplate(text);
    }

    private static int sorts(String text) {
        boolean upper = text.chars().anyMatch(Character::isUpperCase);
        boolean lower = text.chars().anyMatch(Character::isLowerCase);
        boolean digit = text.chars().anyMatch(Character::isDigit);
        return (upper ? 1 : 0) + (lower ? 1 : 0) + (digit ? 1 : 0);
    }
}
