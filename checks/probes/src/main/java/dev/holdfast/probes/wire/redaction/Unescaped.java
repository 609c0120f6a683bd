package dev.holdfast.probes.wire.redaction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with every escape resolved, also one within another ({@code %252B}, {@code \\u0026#43;}),
 * and where each letter of it came from: percent-encoding (RFC 3986), the escapes of JSON,
 * JavaScript and CSS, octal ones, character references of HTML, numeric ones also without their
 * semicolon. NULs, as UTF-16 has them, count for nothing. One pass: each letter is taken once, and
 * what it completes is replaced at once.
 */
final class Unescaped implements Origin {
    private static final int LONGEST_REFERENCE = 12;
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int MOST_DIGITS = 8;

    private final char[] letters;
    private final int[] from;
    private final int[] to;
    private int size;

    /** The last letter that stands for a reference without its semicolon, or -1. */
    private int open = -1;

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
        made.endReference('\0');
        return made;
    }

    /** The text without its escapes. */
    String text() {
        return new String(letters, 0, size);
    }

    @Override
    public int begin(int at) {
        return from[at];
    }

    @Override
    public int end(int at) {
        return to[at];
    }

    private void take(char letter, int begin, int end) {
        if (letter == 0) {
            return;
        }
        if (letter == ';' && open >= 0 && size == open + 1) {
            // It came late, with an escape of its own.
            to[open] = end;
            open = -1;
            return;
        }
        endReference(letter);
        if (size <= open) {
            open = -1;
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
            if (start < 0 && is(4, '\\') && octal()) {
                start = size - 4;
                value = Integer.parseInt(new String(letters, size - 3, 3), OCTAL);
            }
        } else if (letter == '}') {
            start = braced();
            value = start < 0 ? 0 : number(start + 3, size - 1);
        } else if (letter == ' ') {
            start = styled();
            value = start < 0 ? 0 : number(start + 1, size - 1);
        }
        if ((letter == '/' || letter == '"' || letter == '\'' || letter == '\\') && is(2, '\\')) {
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
        if (is(10, '\\') && is(9, 'U') && digits(8)) {
            return size - 10;
        }
        return is(6, '\\') && is(5, 'u') && digits(4) ? size - 6 : -1;
    }

    private boolean octal() {
        for (int i = size - 3; i < size; i++) {
            if (letters[i] < '0' || letters[i] > (i == size - 3 ? '3' : '7')) {
                return false;
            }
        }
        return true;
    }

    /** Where an escape as of JavaScript begins that ends with a brace, or -1. */
    private int braced() {
        int begin = beforeDigits(size - 1, HEX);
        return begin >= 2
                        && begin < size - 2
                        && letters[begin] == '{'
                        && letters[begin - 1] == 'u'
                        && letters[begin - 2] == '\\'
                ? begin - 2
                : -1;
    }

    /** Where an escape of CSS begins that ends with a blank, or -1. */
    private int styled() {
        int begin = beforeDigits(size - 1, HEX);
        return begin >= 0 && begin < size - 2 && letters[begin] == '\\' ? begin : -1;
    }

    /** The place before the digits that end there; at most eight of them count. */
    private int beforeDigits(int end, int radix) {
        int at = end - 1;
        while (at >= 0
                && at >= end - MOST_DIGITS
                && letters[at] < 0x80
                && Character.digit(letters[at], radix) >= 0) {
            at--;
        }
        return at;
    }

    /** A number that such a letter does not go on with ends a reference, as browsers have it. */
    private void endReference(char next) {
        if (next == ';' || (next >= '0' && next <= '9')) {
            return;
        }
        boolean hex = false;
        int begin = beforeDigits(size, 10);
        if (!(begin >= 1 && letters[begin] == '#' && letters[begin - 1] == '&')) {
            hex = true;
            begin = beforeDigits(size, HEX) - 1;
            if (begin < 1
                    || (next < 0x80 && Character.digit(next, HEX) >= 0)
                    || (letters[begin + 1] | 0x20) != 'x'
                    || letters[begin] != '#'
                    || letters[begin - 1] != '&') {
                return;
            }
        }
        int digits = begin + (hex ? 2 : 1);
        if (digits >= size) {
            return;
        }
        int value =
                Integer.parseUnsignedInt(
                        new String(letters, digits, size - digits), hex ? HEX : 10);
        if (value > 0 && value < Character.MAX_VALUE) {
            int place = from[begin - 1];
            int last = to[size - 1];
            size = begin - 1;
            take((char) value, place, last);
            open = size - 1;
        }
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
        return Integer.parseUnsignedInt(new String(letters, begin, end - begin), HEX);
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
