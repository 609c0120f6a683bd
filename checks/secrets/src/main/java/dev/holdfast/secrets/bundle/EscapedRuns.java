package dev.holdfast.secrets.bundle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Strings of scripts in which every character is escaped with two hexadecimal digits behind an x,
 * or four behind a u, as obfuscators write them; inside other strings with more backslashes.
 */
final class EscapedRuns {
    private static final int FEWEST = 8;
    private static final int MOST_BACKSLASHES = 4;

    private EscapedRuns() {}

    static List<TextRun> in(byte[] bytes, int length) {
        List<TextRun> runs = new ArrayList<>();
        int at = 0;
        while (at < length) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            int slashes = 1;
            while (at + slashes < length && bytes[at + slashes] == '\\') {
                slashes++;
            }
            at = slashes > MOST_BACKSLASHES ? at + slashes : run(bytes, length, at, slashes, runs);
        }
        return runs;
    }

    /** Adds the run that begins at an offset; the offset behind it, or behind the backslashes. */
    private static int run(byte[] bytes, int length, int start, int slashes, List<TextRun> runs) {
        int kind = start + slashes;
        int digits = kind >= length ? 0 : bytes[kind] == 'x' ? 2 : bytes[kind] == 'u' ? 4 : 0;
        int stride = slashes + 1 + digits;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int at = start;
        while (digits > 0 && at + stride <= length && isLike(bytes, start, at, slashes)) {
            int value = number(bytes, at + slashes + 1, digits);
            if (value < 0) {
                break;
            }
            text.write(value);
            at += stride;
        }
        if (text.size() >= FEWEST) {
            runs.add(new TextRun(start, stride, text.toByteArray()));
        }
        return Math.max(at, kind);
    }

    /** Whether the same backslashes and letter stand at both offsets. */
    private static boolean isLike(byte[] bytes, int start, int at, int slashes) {
        for (int i = 0; i <= slashes; i++) {
            if (bytes[start + i] != bytes[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** The number, when it is that of an ASCII character; else -1. */
    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value < 0x80 ? value : -1;
    }
}
