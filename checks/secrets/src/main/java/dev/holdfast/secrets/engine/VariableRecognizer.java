package dev.holdfast.secrets.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables with a public prefix and their literal values, as bundlers write them when a
 * program takes the whole environment object: {@code VITE_A:"…"}, {@code "VITE_A":`…`}, and the
 * same with escaped quotes inside a string.
 */
public final class VariableRecognizer implements Recognizer {
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 8_192;
    // Quotes that are escaped four times over have 15 backslashes.
    private static final int MOST_BACKSLASHES = 15;
    private static final int MOST_BLANKS = 8;

    private final List<String> prefixes;

    /** Finds variables whose names start with one of the prefixes. */
    public VariableRecognizer(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public List<String> anchors() {
        return prefixes;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (isInsideName(bytes, anchor)) {
            return null;
        }
        int end = anchor;
        while (end < length && end - anchor < LONGEST_NAME && isName(bytes[end])) {
            end++;
        }
        int at = skipQuote(bytes, length, end);
        at = skipBlanks(bytes, length, at);
        if (at >= length || (bytes[at] != ':' && bytes[at] != '=')) {
            return null;
        }
        at = skipBlanks(bytes, length, at + 1);
        int open = skipQuote(bytes, length, at);
        if (open == at) {
            return null;
        }
        int close = close(bytes, length, open, at);
        return close <= open
                ? null
                : new VariableMatch(Latin1.text(bytes, anchor, end), open, close);
    }

    /** NEXT_PUBLIC_A holds PUBLIC_A and is not it. */
    private static boolean isInsideName(byte[] bytes, int anchor) {
        if (anchor == 0 || !isName(bytes[anchor - 1])) {
            return false;
        }
        return !Bytes.BASE62.has(bytes[anchor - 1]) || !Boundary.before(bytes, anchor);
    }

    private static boolean isName(byte each) {
        return Bytes.BASE62.has(each) || each == '_' || each == '$';
    }

    private static int skipBlanks(byte[] bytes, int length, int at) {
        int behind = at;
        while (behind < length
                && behind - at < MOST_BLANKS
                && (bytes[behind] == ' ' || bytes[behind] == '\t')) {
            behind++;
        }
        return behind;
    }

    /** Behind a quote, with the backslashes that escape it, when one stands there. */
    private static int skipQuote(byte[] bytes, int length, int at) {
        int quote = at;
        while (quote < length && quote - at < MOST_BACKSLASHES && bytes[quote] == '\\') {
            quote++;
        }
        return quote < length && isQuote(bytes[quote]) ? quote + 1 : at;
    }

    private static boolean isQuote(byte each) {
        return each == '"' || each == '\'' || each == '`';
    }

    /**
     * Where the same quote, escaped as often, closes the value; -1 when it does not. A quote that
     * closes has as many backslashes as the one that opened, behind those of escaped backslashes.
     */
    private static int close(byte[] bytes, int length, int open, int at) {
        byte quote = bytes[open - 1];
        int slashes = open - 1 - at;
        int run = 0;
        for (int i = open; i < length && i - open < LONGEST_VALUE; i++) {
            if (bytes[i] == '\\') {
                run++;
            } else if (bytes[i] == quote && run % (2 * (slashes + 1)) == slashes) {
                return i - slashes;
            } else if (bytes[i] == '\n' && quote != '`') {
                return -1;
            } else {
                run = 0;
            }
        }
        return -1;
    }

    @Override
    public int reach() {
        return LONGEST_NAME + 2 * (MOST_BLANKS + MOST_BACKSLASHES) + LONGEST_VALUE + 16;
    }
}
