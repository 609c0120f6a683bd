package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;

/** The name that a value is assigned to, around a keyword in it. */
final class AssignedName {
    private static final int LONGEST = 64;

    private AssignedName() {}

    /** The whole name that holds the offset. */
    static String around(byte[] bytes, int length, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST && isName(bytes[start - 1])) {
            start--;
        }
        int end = at;
        while (end < length && end - at < LONGEST && isName(bytes[end])) {
            end++;
        }
        return Latin1.text(bytes, start, end);
    }

    private static boolean isName(byte each) {
        return Bytes.BASE62.has(each) || each == '_' || each == '-' || each == '.';
    }
}
