package dev.holdfast.secrets.decode;

import java.util.Arrays;
import java.util.List;

/**
 * Runs of base64 (RFC 4648, both alphabets, padded or not, wrapped or on one line) and of
 * hexadecimal digits that spell text.
 */
final class Base64Runs {
    // Shorter ones spell no token: 24 characters are 18 bytes.
    private static final int FEWEST = 24;
    private static final int FEWEST_HEX = 40;
    // Lines of MIME have 76 characters, those of PEM 64; nobody wraps shorter.
    private static final int FEWEST_WRAPPED = 60;
    // Four characters are one group, and a line end of two may stand between them.
    private static final int STARTS = 6;
    private static final byte NONE = -1;
    private static final byte[] VALUES = values();

    private Base64Runs() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, NONE);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < letters.length(); i++) {
            values[letters.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }

    private static boolean is(byte each) {
        return VALUES[each & 0xFF] != NONE;
    }

    static void in(byte[] bytes, int length, List<Decoded> found) {
        int passed = 0;
        int at = RunFinder.next(bytes, 0, length);
        while (at < length) {
            int start = at;
            while (start > passed && is(bytes[start - 1])) {
                start--;
            }
            int end = at;
            while (end < length && is(bytes[end])) {
                end++;
            }
            passed = end - start < FEWEST ? end : run(bytes, length, start, found);
            // Words are looked at where they would be looked at, had there been no run.
            at =
                    RunFinder.next(
                            bytes, Math.max(at + 2 * Long.BYTES, passed & -2 * Long.BYTES), length);
        }
    }

    /** Decodes the run that begins there and returns where it ends. */
    private static int run(byte[] bytes, int length, int start, List<Decoded> found) {
        int lineStart = start;
        int end = start;
        while (true) {
            while (end < length && is(bytes[end])) {
                end++;
            }
            int next = nextLine(bytes, length, end);
            if (next < 0 || end - lineStart < FEWEST_WRAPPED) {
                break;
            }
            lineStart = next;
            end = next;
        }
        int from = start;
        while (from < end) {
            int to = Math.min(end, from + Decoders.LONGEST);
            piece(bytes, from, to, from == start, found);
            if (to == end) {
                break;
            }
            from = to - Decoders.OVERLAP;
        }
        return end;
    }

    /** Where the run goes on behind a line end, or -1. */
    private static int nextLine(byte[] bytes, int length, int end) {
        int next = end;
        if (next < length && bytes[next] == '\r') {
            next++;
        }
        boolean wrapped = next + 1 < length && bytes[next] == '\n' && is(bytes[next + 1]);
        return wrapped ? next + 1 : -1;
    }

    /**
     * Decodes one piece of a run.
     *
     * @param first whether the run begins with it, so that no line ends before 60 characters
     */
    private static void piece(byte[] bytes, int from, int to, boolean first, List<Decoded> found) {
        // What stands right before the run may be of the same letters and shift what is spelled.
        if (to - from >= FEWEST_HEX && isHex(bytes, from, to)) {
            for (int start = from; start < from + 2; start++) {
                byte[] text = hex(bytes, start, to);
                if (Decoders.isText(text, text.length)) {
                    found.add(new Decoded(start, to, text, "hex"));
                    return;
                }
            }
            return;
        }
        for (int start = from; start < Math.min(from + STARTS, to); start++) {
            if (start > from && first && !maySpell(bytes, start, to)) {
                continue;
            }
            byte[] head = base64(bytes, start, Math.min(to, start + 344));
            if (Decoders.isText(head, head.length)) {
                found.add(new Decoded(start, to, base64(bytes, start, to), "base64"));
                return;
            }
        }
    }

    /** Whether most groups of four behind the first ones begin a byte of ASCII. */
    private static boolean maySpell(byte[] bytes, int start, int to) {
        int groups = 0;
        int ascii = 0;
        for (int i = start + 8; i < Math.min(start + 56, to); i += 4) {
            groups++;
            int value = VALUES[bytes[i] & 0xFF];
            ascii += value >= 0 && value < 32 ? 1 : 0;
        }
        return ascii * 10 >= groups * 8;
    }

    private static boolean isHex(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] hex(byte[] bytes, int from, int to) {
        byte[] text = new byte[(to - from) / 2];
        for (int i = 0; i < text.length; i++) {
            int at = from + 2 * i;
            text[i] =
                    (byte)
                            (Character.digit(bytes[at], 16) << 4
                                    | Character.digit(bytes[at + 1], 16));
        }
        return text;
    }

    private static byte[] base64(byte[] bytes, int from, int to) {
        byte[] text = new byte[(to - from) * 3 / 4];
        int length = 0;
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            byte value = VALUES[bytes[i] & 0xFF];
            if (value == NONE) {
                continue;
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                text[length++] = (byte) (bits >>> held);
            }
        }
        return Arrays.copyOf(text, length);
    }
}
