package dev.holdfast.core.ignore;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of an ignore file: the text that it begins with, parts that may stand for more than one
 * text, and the text that it ends with. Most paths are told apart by the two texts.
 */
final class Wildcard {
    /** One byte of a name. */
    static final int ANY = -1;

    /** Bytes of one name, or none. */
    static final int ANY_IN_NAME = -2;

    /** Anything, or nothing. */
    static final int ANYTHING = -3;

    /** Nothing, or anything that ends with a slash. */
    static final int ANY_FOLDERS = -4;

    /** Set {@code n} is the part {@code FIRST_SET - n}. */
    static final int FIRST_SET = -5;

    private static final String SPECIAL = "*?[\\";

    private final String head;
    private final int[] parts;
    private final List<BitSet> sets;
    private final String tail;

    Wildcard(String head, int[] parts, List<BitSet> sets, String tail) {
        this.head = head;
        this.parts = parts;
        this.sets = sets;
        this.tail = tail;
    }

    /** The pattern; null when there is no path that it could fit. */
    static @Nullable Wildcard of(String pattern) {
        int special = 0;
        while (special < pattern.length() && SPECIAL.indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        // Git compares the beginning as text and begins with the pattern behind it, so that
        // "a**/b" is read as "a" and then "**/b".
        String head = pattern.substring(0, special);
        return new WildcardReader(pattern.substring(special)).read(head);
    }

    /** The only text that it fits; null when there are more. */
    @Nullable String literal() {
        return parts.length == 0 ? head + tail : null;
    }

    /** The byte that all texts which it fits end with; null when there is none. */
    @Nullable Character last() {
        return tail.isEmpty() ? null : tail.charAt(tail.length() - 1);
    }

    boolean matches(String text) {
        int end = text.length() - tail.length();
        if (end < head.length() || !text.startsWith(head) || !text.endsWith(tail)) {
            return false;
        }
        if (parts.length == 1 && parts[0] == ANY_IN_NAME) {
            int slash = text.indexOf('/', head.length());
            return slash < 0 || slash >= end;
        }
        return states().match(text, head.length(), end);
    }

    /** What is needed for one text. */
    WildcardStates states() {
        return new WildcardStates(parts, sets);
    }
}
