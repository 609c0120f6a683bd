package dev.holdfast.secrets.bundle;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of ASCII text in UTF-16 inside other bytes: the strings of compiled programs, and text
 * without a byte order mark. Big-endian and little-endian look the same but for one byte.
 */
final class WideRuns {
    private static final int FEWEST = 8;

    private WideRuns() {}

    static List<TextRun> in(byte[] bytes, int length) {
        List<TextRun> runs = new ArrayList<>();
        int at = 0;
        while (at + 1 < length) {
            if (bytes[at + 1] != 0 || !isText(bytes[at])) {
                at++;
                continue;
            }
            int end = at;
            while (end < length && isText(bytes[end]) && (end == at || bytes[end - 1] == 0)) {
                end += 2;
            }
            int characters = (end - at) / 2;
            if (characters >= FEWEST) {
                byte[] text = new byte[characters];
                for (int i = 0; i < characters; i++) {
                    text[i] = bytes[at + 2 * i];
                }
                runs.add(new TextRun(at, 2, text));
            }
            at = Math.max(at + 1, end - 1);
        }
        return runs;
    }

    private static boolean isText(byte each) {
        return each >= ' ' || each == '\n' || each == '\r' || each == '\t';
    }
}
