package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.util.List;
import java.util.Locale;

/**
 * Tells the key of a Firebase web configuration, which Firebase says is public, from another key of
 * Google's: it is the {@code apiKey} of the very object that names the project, or the value of a
 * variable whose name says so. A key that only stands near such an object is none.
 */
final class FirebaseConfiguration {
    private static final List<String> OTHERS =
            List.of("authDomain", "messagingSenderId", "storageBucket", "firebaseapp.com");
    private static final int LONGEST_NAME = 64;

    private FirebaseConfiguration() {}

    static boolean holds(byte[] bytes, int length, int start, int end) {
        String name = name(bytes, start);
        if (name.equals("apiKey")) {
            int from = open(bytes, start);
            int to = close(bytes, length, end);
            return OTHERS.stream().anyMatch(word -> Latin1.find(bytes, from, to, word) >= 0);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.contains("FIREBASE")
                && (upper.endsWith("API_KEY") || upper.endsWith("APIKEY"));
    }

    /**
     * The name before the value, as in {@code name:"…"}, {@code \"name\":\"…} and {@code name=…}.
     */
    private static String name(byte[] bytes, int value) {
        int at = skip(bytes, value, "\\\"'`");
        at = skip(bytes, at, " \t");
        if (at == 0 || (bytes[at - 1] != ':' && bytes[at - 1] != '=')) {
            return "";
        }
        at = skip(bytes, at - 1, " \t");
        at = skip(bytes, at, "\\\"'`");
        int end = at;
        while (at > 0
                && end - at < LONGEST_NAME
                && (Bytes.BASE62.has(bytes[at - 1]) || bytes[at - 1] == '_')) {
            at--;
        }
        return Latin1.text(bytes, at, end);
    }

    /** Back over at most eight bytes of that kind. */
    private static int skip(byte[] bytes, int from, String kind) {
        int at = from;
        while (at > 0 && from - at < 8 && kind.indexOf((char) bytes[at - 1]) >= 0) {
            at--;
        }
        return at;
    }

    /** Where the object that holds the offset begins, or as far back as may be looked. */
    private static int open(byte[] bytes, int offset) {
        int depth = 0;
        int furthest = Math.max(0, offset - Around.REACH);
        for (int at = offset - 1; at >= furthest; at--) {
            if (bytes[at] == '}') {
                depth++;
            } else if (bytes[at] == '{' && depth-- == 0) {
                return at;
            }
        }
        return furthest;
    }

    private static int close(byte[] bytes, int length, int offset) {
        int depth = 0;
        int furthest = Math.min(length, offset + Around.REACH);
        for (int at = offset; at < furthest; at++) {
            if (bytes[at] == '{') {
                depth++;
            } else if (bytes[at] == '}' && depth-- == 0) {
                return at;
            }
        }
        return furthest;
    }
}
