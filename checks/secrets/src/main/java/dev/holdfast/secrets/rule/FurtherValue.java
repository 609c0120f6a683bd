package dev.holdfast.secrets.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written down for a name, but not right behind it: behind its type, as what counts
 * when a variable is not set, in an element of XML, behind a blank where a language asks for no
 * sign.
 */
final class FurtherValue {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_EXPRESSION = 80;
    private static final int LONGEST_TAG = 100;
    private static final ByteSet IN_TYPES = ByteSet.of("0-9A-Za-z_&<>[]|.?*: $'");
    // Behind a blank, a colon is that of another name.
    private static final ByteSet IN_WORDS = ByteSet.of("0-9A-Za-z_&<>[]|.*'");
    private static final ByteSet IN_EXPRESSIONS = ByteSet.of("0-9A-Za-z_.$[]\"'():!&");
    // What keeps its argument as it is.
    private static final List<String> WRAPPERS =
            List.of("byte(", "from(", "secretstr(", "secret(", "string(", "bytes(");
    private static final String UNQUOTED_ENDS = "\"'`\\;|&)";

    private FurtherValue() {}

    /**
     * The value that belongs to the name around a keyword, or null.
     *
     * @param behind inside of the name, behind its keyword
     */
    static @Nullable AssignedValue of(byte[] bytes, int length, int behind, int longest) {
        int at = behind;
        int last = Math.min(length - 3, behind + LONGEST_NAME);
        while (at < last && Text.isName(bytes[at])) {
            at++;
        }
        if (at >= last) {
            return null;
        }
        return switch (bytes[at]) {
            case ':' -> colon(bytes, length, at, longest);
            case '=' -> expression(bytes, length, at + 1, longest);
            case '?' -> optional(bytes, length, at, longest);
            case '|' -> fallback(bytes, length, at, longest);
            case '>' -> element(bytes, length, at + 1, longest);
            case ' ', '\t' -> blank(bytes, length, behind, at, longest);
            case '"', '\'', '`', ']', ')' -> closed(bytes, length, at, longest);
            case '\n', '\r' -> sibling(bytes, length, at, longest);
            default -> null;
        };
    }

    private static @Nullable AssignedValue colon(byte[] bytes, int length, int colon, int longest) {
        byte next = bytes[colon + 1];
        if (next == '-' || next == '=') {
            // ${NAME:-value} of a shell and of Compose.
            AssignedValue value = AssignedValue.word(bytes, length, colon + 2, "\"'}", longest);
            if (value != null && value.end() < length && bytes[value.end()] == '}') {
                return value;
            }
        }
        AssignedValue typed = typed(bytes, length, colon + 1, longest);
        return typed != null ? typed : expression(bytes, length, colon + 1, longest);
    }

    /** Behind {@code ?: string =}, or as what counts otherwise. */
    private static @Nullable AssignedValue optional(byte[] bytes, int length, int at, int longest) {
        AssignedValue fallback = fallback(bytes, length, at, longest);
        return fallback == null && bytes[at + 1] == ':'
                ? typed(bytes, length, at + 2, longest)
                : fallback;
    }

    /** Behind a type and a sign: {@code : string = "…"}. */
    private static @Nullable AssignedValue typed(byte[] bytes, int length, int from, int longest) {
        int last = Math.min(length - 1, from + LONGEST_EXPRESSION);
        int at = from;
        while (at < last && IN_TYPES.has(bytes[at])) {
            at++;
        }
        if (at >= last || bytes[at] != '=' || bytes[at + 1] == '=' || bytes[at + 1] == '>') {
            return null;
        }
        return string(bytes, length, at + 1, longest);
    }

    /** Behind a word that is its type: {@code secret string = "…"}. */
    private static @Nullable AssignedValue word(byte[] bytes, int length, int from, int longest) {
        int last = Math.min(length - 3, from + LONGEST_EXPRESSION);
        int at = from;
        while (at < last && IN_WORDS.has(bytes[at])) {
            at++;
        }
        return at < last && bytes[at] == ' ' && bytes[at + 1] == '=' && bytes[at + 2] == ' '
                ? string(bytes, length, at + 2, longest)
                : null;
    }

    /** The string behind blanks, or null. */
    private static @Nullable AssignedValue string(byte[] bytes, int length, int from, int longest) {
        int at = Text.blanks(bytes, length, from);
        if (at + 1 < length
                && (bytes[at] == 'b' || bytes[at] == '@')
                && Text.isQuote(bytes[at + 1])) {
            at++;
        }
        return at < length && Text.isQuote(bytes[at])
                ? AssignedValue.quoted(bytes, length, at + 1, bytes[at], longest)
                : null;
    }

    /** A string that is made a value by a call, or that counts when what is read is not there. */
    private static @Nullable AssignedValue expression(
            byte[] bytes, int length, int from, int longest) {
        int start = Text.blanks(bytes, length, from);
        int last = Math.min(length - 3, start + LONGEST_EXPRESSION);
        int at = start;
        while (at < last) {
            byte each = bytes[at];
            if (each == ' ' || each == '?' || each == '|') {
                return fallback(bytes, length, at, longest);
            }
            if (Text.isQuote(each) && isWrapped(bytes, start, at)) {
                return string(bytes, length, at, longest);
            }
            if (!IN_EXPRESSIONS.has(each)) {
                return null;
            }
            at++;
        }
        return null;
    }

    private static boolean isWrapped(byte[] bytes, int start, int at) {
        if (at > start && bytes[at - 1] == '(') {
            for (String each : WRAPPERS) {
                if (Text.endsWith(bytes, at, each)) {
                    return true;
                }
            }
        }
        return at == start + 1 && (bytes[start] == 'b' || bytes[start] == '@');
    }

    /** Behind {@code || ?? ?: or}. */
    private static @Nullable AssignedValue fallback(
            byte[] bytes, int length, int from, int longest) {
        int at = Text.blanks(bytes, length, from);
        boolean sign =
                Literal.at(bytes, length, at, "||")
                        || Literal.at(bytes, length, at, "??")
                        || Literal.at(bytes, length, at, "?:");
        if (!sign && !Literal.at(bytes, length, at, "or ")) {
            return null;
        }
        int behind = at + 2 < length && bytes[at + 2] == '=' ? at + 3 : at + 2;
        return string(bytes, length, behind, longest);
    }

    /** The text of an element, when it is all that the element holds. */
    private static @Nullable AssignedValue element(
            byte[] bytes, int length, int from, int longest) {
        AssignedValue text = AssignedValue.word(bytes, length, from, "<\"", longest);
        return text != null && Literal.at(bytes, length, text.end(), "</") ? text : null;
    }

    private static @Nullable AssignedValue blank(
            byte[] bytes, int length, int behind, int blank, int longest) {
        AssignedValue fallback = fallback(bytes, length, blank, longest);
        if (fallback != null) {
            return fallback;
        }
        int at = Text.blanks(bytes, length, blank);
        int name = AssignedValue.nameStart(bytes, behind);
        if (at < length && bytes[at] == '\'' && isSql(bytes, name, blank)) {
            return string(bytes, length, at, longest);
        }
        if (AssignedValue.isFlag(bytes, name) || isInstruction(bytes, name)) {
            boolean quoted = at < length && Text.isQuote(bytes[at]);
            return quoted
                    ? string(bytes, length, at, longest)
                    : AssignedValue.word(bytes, length, at, UNQUOTED_ENDS, longest);
        }
        // var secret string = "…"; key = process.env.X || "…", with the blanks of a program.
        AssignedValue typed = word(bytes, length, at, longest);
        if (typed == null && (bytes[at] == '=' || bytes[at] == ':')) {
            boolean two = bytes[at] == ':' && at + 1 < length && bytes[at + 1] == '=';
            typed = expression(bytes, length, two ? at + 2 : at + 1, longest);
        }
        return typed;
    }

    // PASSWORD '…', and no word that ends so.
    private static boolean isSql(byte[] bytes, int name, int end) {
        return end - name == 8 && Text.endsWith(bytes, end, "password");
    }

    // ENV NAME value, of a Dockerfile.
    private static boolean isInstruction(byte[] bytes, int name) {
        int at = Text.blanksBefore(bytes, name);
        return at < name
                && Text.endsWith(bytes, at, "env")
                && Text.beginsLine(bytes, Text.blanksBefore(bytes, at - 3));
    }

    /** Behind the quote or the bracket that ends the name. */
    private static @Nullable AssignedValue closed(byte[] bytes, int length, int from, int longest) {
        int at = from;
        int last = Math.min(length - 3, from + 4);
        while (at < last && (Text.isQuote(bytes[at]) || bytes[at] == ']' || bytes[at] == ')')) {
            at++;
        }
        byte each = bytes[at];
        if (each == '?' || each == '|') {
            return fallback(bytes, length, at, longest);
        }
        if (each == '>') {
            return element(bytes, length, at + 1, longest);
        }
        if (each == ' ') {
            AssignedValue fallback = fallback(bytes, length, at, longest);
            if (fallback != null) {
                return fallback;
            }
        }
        if (each == ':' || each == '=') {
            return expression(bytes, length, at + 1, longest);
        }
        AssignedValue sibling = sibling(bytes, length, at, longest);
        return sibling != null || each != ' ' ? sibling : tag(bytes, length, at, longest);
    }

    /** The text of an element behind further attributes. */
    private static @Nullable AssignedValue tag(byte[] bytes, int length, int from, int longest) {
        int last = Math.min(length, from + LONGEST_TAG);
        int at = from;
        while (at < last && bytes[at] != '>' && bytes[at] != '<' && bytes[at] != '{') {
            at++;
        }
        return at < last && bytes[at] == '>' ? element(bytes, length, at + 1, longest) : null;
    }

    /** The value of an entry whose name is given by another: {@code name: X, value: "…"}. */
    private static @Nullable AssignedValue sibling(
            byte[] bytes, int length, int from, int longest) {
        int at = Text.space(bytes, length, from);
        if (at < length && bytes[at] == ',') {
            at = Text.space(bytes, length, at + 1);
        }
        at += at < length && Text.isQuote(bytes[at]) ? 1 : 0;
        if (!Literal.ignoringCase(bytes, length, at, "value")) {
            return null;
        }
        at += 5;
        at += at < length && Text.isQuote(bytes[at]) ? 1 : 0;
        at = Text.blanks(bytes, length, at);
        if (at >= length || (bytes[at] != '=' && bytes[at] != ':')) {
            return null;
        }
        boolean yaml = bytes[at] == ':';
        at = Text.blanks(bytes, length, at + 1);
        if (at >= length || Text.isQuote(bytes[at]) || !yaml) {
            return string(bytes, length, at, longest);
        }
        return AssignedValue.word(bytes, length, at, "\"'`,}", longest);
    }
}
