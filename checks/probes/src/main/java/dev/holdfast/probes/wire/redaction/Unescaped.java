package dev.holdfast.probes.wire.redaction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with every escape resolved, also one within another ({@code %252B}, {@code \\u0026#43;}),
 * and where each letter of it came from: percent-encoding (RFC 3986), the escapes of JSON and
 * JavaScript, character references of HTML. NULs, as UTF-16 has them, count for nothing. One pass:
 * each letter is taken once, and what it completes is replaced at once.
 */
final class Unescaped {
    private static final int LONGEST_REFERENCE = 12;
    private static final int HEX = 16;

    private final char[] letters;
    private final int[] from;
    private final int[] to;
    private int size;

    private Unescaped(int most) {
        letters = new char[most];
        from = new int[most];
        to = new int[most];
    }

    /** The text without its escapes, or nothing when there is none in it. */
    static @Nullable Unescaped of(String text) {
        if (text.indexOf('%') < 0
                && text.indexOf('&') < 0
                && text.indexOf('\\') < 0
                && text.indexOf('\0') < 0) {
            return null;
        }
        Unescaped made = new Unescaped(text.length());
        for (int i = 0; i < text.length(); i++) {
            made.take(text.charAt(i), i, i + 1);
        }
        return made;
    }

    /** The text without its escapes. */
    String text() {
        return new String(letters, 0, size);
    }

    /** Where the letter at that place begins in the text as it came. */
    int begin(int at) {
        return from[at];
    }

    /** Where the letter at that place ends in the text as it came. */
    int end(int at) {
        return to[at];
    }

    private void take(char letter, int begin, int end) {
        if (letter == 0) {
            return;
        }
        letters[size] = letter;
        from[size] = begin;
        to[size] = end;
        size++;
        int start = -1;
        int value = 0;
        if (letter == ';') {
            start = reference();
            value = start < 0 ? 0 : referred(start);
        } else if (Character.digit(letter, HEX) >= 0 && letter < 0x80) {
            start = hexadecimal();
            value = start < 0 ? 0 : number(start + (letters[start] == '%' ? 1 : 2), size);
        } else if ((letter == '/' || letter == '"' || letter == '\'' || letter == '\\')
                && size > 1
                && letters[size - 2] == '\\') {
            start = size - 2;
            value = letter;
        }
        if (start >= 0 && value >= 0 && value <= Character.MAX_VALUE) {
            int place = from[start];
            size = start;
            // What comes out may end another escape: %2535 is %35, which is 5.
            take((char) value, place, end);
        }
    }

    /** Where the escape of hexadecimal digits begins that ends here, or -1. */
    private int hexadecimal() {
        if (is(3, '%') && digits(2)) {
            return size - 3;
        }
        if (is(4, '\\') && is(3, 'x') && digits(2)) {
            return size - 4;
        }
        return is(6, '\\') && is(5, 'u') && digits(4) ? size - 6 : -1;
    }

    private boolean is(int back, char letter) {
        return size >= back && letters[size - back] == letter;
    }

    private boolean digits(int count) {
        for (int i = size - count; i < size; i++) {
            if (letters[i] >= 0x80 || Character.digit(letters[i], HEX) < 0) {
                return false;
            }
        }
        return true;
    }

    private int number(int begin, int end) {
        return Integer.parseInt(new String(letters, begin, end - begin), HEX);
    }

    private int reference() {
        for (int i = size - 2; i >= 0 && i >= size - LONGEST_REFERENCE; i--) {
            if (letters[i] == '&') {
                return i;
            }
        }
        return -1;
    }

    /** What a character reference (HTML, section 13.2.5.72) stands for, or -1. */
    private int referred(int start) {
        String name = new String(letters, start + 1, size - start - 2);
        if (name.startsWith("#")) {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            String digits = name.substring(hex ? 2 : 1);
            boolean number =
                    !digits.isEmpty()
                            && digits.chars()
                                    .allMatch(each ->
                                            each < 0x80
                                                    && Character.digit(each, hex ? HEX : 10) >= 0);
            return number ? (int) Math.min(Integer.MAX_VALUE, decimal(digits, hex)) : -1;
        }
        return switch (name) {
            case "amp", "AMP" -> '&';
            case "lt", "LT" -> '<';
            case "gt", "GT" -> '>';
            case "quot", "QUOT" -> '"';
            case "apos" -> '\'';
            case "sol" -> '/';
            case "bsol" -> '\\';
            case "plus" -> '+';
            case "equals" -> '=';
            case "lowbar", "UnderBar" -> '_';
            case "period" -> '.';
            case "comma" -> ',';
            case "colon" -> ':';
            case "semi" -> ';';
            case "excl" -> '!';
            case "quest" -> '?';
            case "num" -> '#';
            case "dollar" -> '$';
            case "percnt" -> '%';
            case "ast", "midast" -> '*';
            case "lpar" -> '(';
            case "rpar" -> ')';
            case "commat" -> '@';
            case "lsqb", "lbrack" -> '[';
            case "rsqb", "rbrack" -> ']';
            case "lcub", "lbrace" -> '{';
            case "rcub", "rbrace" -> '}';
            case "verbar", "vert" -> '|';
            case "Hat" -> '^';
            case "grave" -> '`';
            case "Tab" -> '\t';
            case "NewLine" -> '\n';
            case "nbsp" -> ' ';
            default -> -1;
        };
    }

    private static long decimal(String digits, boolean hex) {
        return Long.parseLong(digits, hex ? HEX : 10);
    }

    /** Says nothing of what the text says. */
    @Override
    public String toString() {
        return size + " letters of " + Arrays.stream(to, 0, size).max().orElse(0);
    }
}
