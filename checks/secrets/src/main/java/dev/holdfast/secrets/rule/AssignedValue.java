package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assignment;
import dev.holdfast.secrets.engine.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands where people write values down: a string behind a name, or the rest of a line
 * that begins with a name. What a program reads, calls or lists beside a name is none.
 *
 * @param start behind the quote when there is one
 */
record AssignedValue(int start, int end) {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_BLANKS = 32;

    /**
     * The value that is assigned to the name around a keyword, or null.
     *
     * @param behind inside of the name, behind its keyword
     */
    static @Nullable AssignedValue of(
            byte[] bytes, int length, int behind, int fewest, int longest) {
        int start = Assignment.value(bytes, length, behind, fewest);
        if (start == Assignment.NONE) {
            return null;
        }
        int name = nameStart(bytes, behind);
        int quote = quote(bytes, start);
        if (quote == 0) {
            return isLine(bytes, name) ? line(bytes, length, start, longest) : null;
        }
        if (!isName(bytes, name, start)) {
            return null;
        }
        int end = start;
        int last = Math.min(length, start + longest + 1);
        while (end < last && bytes[end] != quote && bytes[end] != '\\' && bytes[end] > ' ') {
            end++;
        }
        boolean closed = end < last && (bytes[end] == quote || isEscapedQuote(bytes, length, end));
        return closed ? new AssignedValue(start, end) : null;
    }

    private static int nameStart(byte[] bytes, int behind) {
        int start = behind;
        while (start > 0 && behind - start < LONGEST_NAME && isNamePart(bytes[start - 1])) {
            start--;
        }
        return start;
    }

    private static boolean isNamePart(byte each) {
        return Bytes.BASE62.has(each) || each == '_' || each == '-' || each == '.' || each == '$';
    }

    private static int quote(byte[] bytes, int start) {
        byte before = start > 0 ? bytes[start - 1] : 0;
        return before == '"' || before == '\'' || before == '`' ? before : 0;
    }

    private static boolean isEscapedQuote(byte[] bytes, int length, int at) {
        int quote = at;
        while (quote < length && bytes[quote] == '\\') {
            quote++;
        }
        return quote < length && quote(bytes, quote + 1) != 0;
    }

    /** Not the last word of an address or of a query, and behind a comma only as an argument. */
    private static boolean isName(byte[] bytes, int name, int value) {
        if (name == 0) {
            return true;
        }
        byte before = bytes[name - 1];
        if (before == ':' || before == '/' || before == '?' || before == '&' || before == '%') {
            return false;
        }
        int at = value - 2;
        while (at > name && (bytes[at] == ' ' || bytes[at] == '\\')) {
            at--;
        }
        return bytes[at] != ',' || (name > 1 && bytes[name - 2] == '(');
    }

    /** Whether nothing but blanks, a dash or the word "export" stands before the name. */
    private static boolean isLine(byte[] bytes, int name) {
        int at = blanksBefore(bytes, name);
        if (at > 0 && bytes[at - 1] == '-') {
            at = blanksBefore(bytes, at - 1);
        } else if (at >= 6 && Literal.at(bytes, at, at - 6, "export")) {
            at = blanksBefore(bytes, at - 6);
        }
        return at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
    }

    private static int blanksBefore(byte[] bytes, int from) {
        int at = from;
        while (at > 0 && from - at < MOST_BLANKS && isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static @Nullable AssignedValue line(byte[] bytes, int length, int start, int longest) {
        int end = start;
        while (end < length && end - start <= longest && bytes[end] > ' ') {
            end++;
        }
        int rest = end;
        while (rest < length && rest - end < MOST_BLANKS && isBlank(bytes[rest])) {
            rest++;
        }
        boolean ends =
                rest == length || bytes[rest] == '\n' || bytes[rest] == '\r' || bytes[rest] == '#';
        return ends ? new AssignedValue(start, end) : null;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t';
    }
}
