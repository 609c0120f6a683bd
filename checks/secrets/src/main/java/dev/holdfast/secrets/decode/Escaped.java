package dev.holdfast.secrets.decode;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs with percent-encoded bytes (RFC 3986) or with the escapes of JavaScript and JSON in them, as
 * the text that they mean.
 */
final class Escaped {
    private static final int FURTHEST = 4_096;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long PERCENTS = '%' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private Escaped() {}

    static void in(byte[] bytes, int length, List<Decoded> found) {
        int passed = 0;
        for (int at = next(bytes, length, 0); at + 1 < length; at = next(bytes, length, at + 1)) {
            byte each = bytes[at];
            boolean percent = each == '%' && isHex(bytes, length, at + 1, 2);
            if (!percent && !isEscape(bytes, length, at)) {
                at += each == '\\' ? 1 : 0;
                continue;
            }
            int start = at;
            while (start > passed && at - start < FURTHEST && isInside(bytes[start - 1])) {
                start--;
            }
            int end = at;
            while (end < length && end - at < FURTHEST && isInside(bytes[end])) {
                end++;
            }
            byte[] text = percent ? percents(bytes, start, end) : escapes(bytes, start, end);
            if (text.length >= 8) {
                found.add(new Decoded(start, end, text, percent ? "url" : "escapes"));
            }
            // A run that is cut goes on in the next one, which begins before the cut.
            passed = end - at < FURTHEST ? end : end - Decoders.OVERLAP / 4;
            at = passed - 1;
        }
    }

    /** Where the next percent sign or backslash stands, or the length; eight bytes at a time. */
    private static int next(byte[] bytes, int length, int from) {
        int at = from;
        while (at + Long.BYTES <= length) {
            long eight = (long) LONGS.get(bytes, at);
            if ((zeros(eight ^ PERCENTS) | zeros(eight ^ BACKSLASHES)) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < length && bytes[at] != '%' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Not zero when one of the eight bytes is (Warren, Hacker's Delight, 6-1). */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }

    /** What may stand in a value: no blank, no quote, no line end. */
    private static boolean isInside(byte each) {
        return each > ' ' && each != '"' && each != '\'' && each != '`' && each != '<';
    }

    private static boolean isEscape(byte[] bytes, int length, int at) {
        return switch (bytes[at + 1]) {
            case 'u' ->
                    isHex(bytes, length, at + 2, 4) || (at + 2 < length && bytes[at + 2] == '{');
            case 'x' -> isHex(bytes, length, at + 2, 2);
            case '/' -> true;
            default -> false;
        };
    }

    private static boolean isHex(byte[] bytes, int length, int from, int digits) {
        if (from + digits > length) {
            return false;
        }
        for (int i = from; i < from + digits; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] percents(byte[] bytes, int start, int end) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (bytes[i] == '%' && isHex(bytes, end, i + 1, 2)) {
                text.write(number(bytes, i + 1, 2));
                i += 2;
            } else {
                text.write(bytes[i]);
            }
        }
        return text.toByteArray();
    }

    private static byte[] escapes(byte[] bytes, int start, int end) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(end - start);
        int i = start;
        while (i < end) {
            if (bytes[i] != '\\' || i + 1 >= end) {
                text.write(bytes[i++]);
            } else {
                i = escape(bytes, i, end, text);
            }
        }
        return text.toByteArray();
    }

    /** Writes what the escape at that offset means and returns where it ends. */
    private static int escape(byte[] bytes, int at, int end, ByteArrayOutputStream text) {
        byte kind = bytes[at + 1];
        if (kind == 'u' && isHex(bytes, end, at + 2, 4)) {
            write(number(bytes, at + 2, 4), text);
            return at + 6;
        }
        if (kind == 'u' && at + 2 < end && bytes[at + 2] == '{') {
            int close = at + 3;
            while (close < end && close - at < 9 && Character.digit(bytes[close], 16) >= 0) {
                close++;
            }
            if (close < end && bytes[close] == '}' && close > at + 3) {
                write(number(bytes, at + 3, close - at - 3), text);
                return close + 1;
            }
        }
        if (kind == 'x' && isHex(bytes, end, at + 2, 2)) {
            write(number(bytes, at + 2, 2), text);
            return at + 4;
        }
        text.write(kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind);
        return at + 2;
    }

    private static void write(int codePoint, ByteArrayOutputStream text) {
        int valid = Character.isValidCodePoint(codePoint) ? codePoint : 0xFFFD;
        text.writeBytes(Character.toString(valid).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(byte[] bytes, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number << 4 | Character.digit(bytes[i], 16);
        }
        return number;
    }
}
