package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assignment;
import dev.holdfast.secrets.engine.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands where people write values down: a string behind a name, or the rest of a line
 * that begins with a name. What a program reads, calls or lists beside a name is none.
 *
 * @param start behind the quote when there is one
 * @param quoted whether it stands in quotes
 */
record AssignedValue(int start, int end, boolean quoted) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_HOST = 120;

    /**
     * The value that is assigned to the name around a keyword, or null.
     *
     * @param behind inside of the name, behind its keyword
     */
    static @Nullable AssignedValue of(
            byte[] bytes, int length, int behind, int fewest, int longest) {
        int start = Assignment.value(bytes, length, behind, fewest);
        AssignedValue plain =
                start == Assignment.NONE ? null : plain(bytes, length, behind, start, longest);
        return plain != null ? plain : FurtherValue.of(bytes, length, behind, longest);
    }

    private static @Nullable AssignedValue plain(
            byte[] bytes, int length, int behind, int start, int longest) {
        int name = nameStart(bytes, behind);
        byte quote = start > 0 && Text.isQuote(bytes[start - 1]) ? bytes[start - 1] : 0;
        if (quote == 0) {
            return unquoted(bytes, length, name, start, longest);
        }
        return isName(bytes, name, start) ? quoted(bytes, length, start, quote, longest) : null;
    }

    /** The string that begins there, when it is closed. */
    static @Nullable AssignedValue quoted(
            byte[] bytes, int length, int start, byte quote, int longest) {
        int end = start;
        int last = Math.min(length, start + longest + 1);
        while (end < last && bytes[end] != quote && bytes[end] != '\\' && bytes[end] > ' ') {
            end++;
        }
        boolean closed = end < last && (bytes[end] == quote || isEscapedQuote(bytes, length, end));
        return closed ? new AssignedValue(start, end, true) : null;
    }

    /** What stands there up to a blank or to one of the signs that end it. */
    static @Nullable AssignedValue word(
            byte[] bytes, int length, int start, String ends, int longest) {
        int end = start;
        int last = Math.min(length, start + longest + 1);
        while (end < last && bytes[end] > ' ' && ends.indexOf(bytes[end]) < 0) {
            end++;
        }
        return end < last || end == length ? new AssignedValue(start, end, false) : null;
    }

    private static @Nullable AssignedValue unquoted(
            byte[] bytes, int length, int name, int start, int longest) {
        if (isLine(bytes, name)) {
            AssignedValue line = line(bytes, length, start, longest);
            if (line != null) {
                return line;
            }
        }
        if (name > 0 && Text.isQuote(bytes[name - 1]) && isHeader(bytes, name, start)) {
            // "X-Api-Key: value"
            return quoted(bytes, length, start, bytes[name - 1], longest);
        }
        return isFlag(bytes, name) || isVariable(bytes, name, start)
                ? word(bytes, length, start, "\"'`\\;|&)", longest)
                : null;
    }

    static int nameStart(byte[] bytes, int behind) {
        int start = behind;
        while (start > 0 && behind - start < LONGEST_NAME && Text.isName(bytes[start - 1])) {
            start--;
        }
        return start;
    }

    private static boolean isEscapedQuote(byte[] bytes, int length, int at) {
        int quote = at;
        while (quote < length && bytes[quote] == '\\') {
            quote++;
        }
        return quote < length && Text.isQuote(bytes[quote]);
    }

    /** Not the last word of an address or of a query, and behind a comma only as an argument. */
    private static boolean isName(byte[] bytes, int name, int value) {
        if (name == 0) {
            return true;
        }
        byte before = bytes[name - 1];
        if (before == ':' && Text.endsWith(bytes, name - 1, "$env")) {
            return true;
        }
        if (before == ':' || before == '/' || before == '?' || before == '&' || before == '%') {
            return false;
        }
        int at = value - 2;
        while (at > name && (bytes[at] == ' ' || bytes[at] == '\\')) {
            at--;
        }
        return bytes[at] != ',' || (name > 1 && bytes[name - 2] == '(') || isFlag(bytes, name);
    }

    /** Whether the name is that of a command line's option. */
    static boolean isFlag(byte[] bytes, int name) {
        return bytes[name] == '-' && bytes[name + 1] == '-' && bytes[name + 2] != '-';
    }

    /** Whether the name and a colon are all that stands before the value, in one string. */
    private static boolean isHeader(byte[] bytes, int name, int start) {
        int at = name;
        while (at < start && Text.isName(bytes[at])) {
            at++;
        }
        return bytes[at] == ':' && at + 2 == start && bytes[at + 1] == ' ';
    }

    /** Whether a shell or a container reads it as a variable: capitals, and no blank beside '='. */
    private static boolean isVariable(byte[] bytes, int name, int start) {
        int at = name;
        while (at < start && (Bytes.UPPER.has(bytes[at]) || bytes[at] == '_')) {
            at++;
        }
        return at + 1 == start
                && at - name > 3
                && bytes[at] == '='
                && (name == 0 || bytes[name - 1] <= ' ' || Text.isQuote(bytes[name - 1]));
    }

    /** Whether nothing but blanks, a dash or a word that says "set" stands before the name. */
    private static boolean isLine(byte[] bytes, int name) {
        int at = Text.blanksBefore(bytes, name);
        if (at > 0 && bytes[at - 1] == '-') {
            at = Text.blanksBefore(bytes, at - 1);
        } else if (Text.endsWith(bytes, at, "export")) {
            at = Text.blanksBefore(bytes, at - 6);
        } else if (Text.endsWith(bytes, at, "arg")) {
            at = Text.blanksBefore(bytes, at - 3);
        }
        return Text.beginsLine(bytes, at) || isRegistry(bytes, name);
    }

    // .npmrc: //registry.shop.net/:_authToken=…
    private static boolean isRegistry(byte[] bytes, int name) {
        if (name < 2 || bytes[name - 1] != ':' || bytes[name - 2] != '/') {
            return false;
        }
        int at = name - 1;
        while (at > 0 && name - at < LONGEST_HOST && bytes[at - 1] > ' ') {
            at--;
        }
        return Text.beginsLine(bytes, at) && bytes[at] == '/' && bytes[at + 1] == '/';
    }

    private static @Nullable AssignedValue line(byte[] bytes, int length, int start, int longest) {
        int end = start;
        // Behind a parenthesis stands the argument of a call.
        while (end < length && end - start <= longest && bytes[end] > ' ' && bytes[end] != '(') {
            end++;
        }
        int rest = Text.blanks(bytes, length, end);
        boolean ends = rest == length || Text.endsLine(bytes[rest]) || bytes[rest] == '#';
        return ends ? new AssignedValue(start, end, false) : null;
    }
}
