package dev.holdfast.git.refs;

/** How names of objects and references look. */
final class Text {
    static final int LONGEST_LINE = 1 << 16;

    private Text() {}

    /** Whether a part of a text is in lower-case hexadecimal. */
    static boolean isName(String text, int from, int to) {
        if (to > text.length() || to <= from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            if ((each < '0' || each > '9') && (each < 'a' || each > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Whether an object's name is that of nothing. */
    static boolean isNothing(String name) {
        return name.chars().allMatch(each -> each == '0');
    }

    /** Whether git would take it for a reference's name (git-check-ref-format(1)). */
    static boolean isReference(String name) {
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.startsWith(".") || part.endsWith(".lock")) {
                return false;
            }
        }
        return !name.contains("..")
                && !name.contains("@{")
                && !name.endsWith(".")
                && name.chars().noneMatch(Text::isForbidden);
    }

    private static boolean isForbidden(int character) {
        return character <= ' ' || character == 0x7F || " ~^:?*[\\".indexOf(character) >= 0;
    }
}
