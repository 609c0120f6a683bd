package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Latin1;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the base64 of {@code data:} URLs (RFC 2397) inside other text: images of text, workers,
 * source maps wherever they stand.
 */
final class DataUrls {
    private static final String BASE64 = "base64";
    // Shorter text can hold no token.
    private static final int FEWEST = 24;
    private static final int LONGEST_HEAD = 128;

    private DataUrls() {}

    /**
     * One URL.
     *
     * @param start where it begins
     * @param body where its base64 begins
     * @param end where its base64 ends
     * @param map whether a comment says that it is a source map
     */
    record Url(int start, int body, int end, boolean map) {}

    /** Whether there is one in the first so many bytes. */
    static boolean any(byte[] bytes, int length) {
        return next(bytes, 0, length) >= 0;
    }

    /** All of them, in the order of the bytes. */
    static List<Url> in(byte[] bytes) {
        List<Url> urls = new ArrayList<>();
        int body = next(bytes, 0, bytes.length);
        while (body >= 0) {
            int end = Base64Text.end(bytes, body, bytes.length);
            if (end - body >= FEWEST) {
                int start = start(bytes, body);
                urls.add(new Url(start, body, end, isMap(bytes, start)));
            }
            body = next(bytes, end, bytes.length);
        }
        return urls;
    }

    /** Where the next base64 begins: behind {@code ;base64,} in any case, blanks in it or not. */
    private static int next(byte[] bytes, int from, int length) {
        for (int at = from; at < length; at++) {
            if (bytes[at] == ',' && isBase64(bytes, at)) {
                return at + 1;
            }
        }
        return -1;
    }

    private static boolean isBase64(byte[] bytes, int comma) {
        int end = skipBlanks(bytes, comma);
        int start = end - BASE64.length();
        if (start < 1) {
            return false;
        }
        for (int i = 0; i < BASE64.length(); i++) {
            if (Character.toLowerCase((char) bytes[start + i]) != BASE64.charAt(i)) {
                return false;
            }
        }
        int semicolon = skipBlanks(bytes, start);
        return semicolon > 0 && bytes[semicolon - 1] == ';';
    }

    private static int skipBlanks(byte[] bytes, int from) {
        int at = from;
        while (at > 0 && from - at < LONGEST_HEAD && bytes[at - 1] == ' ') {
            at--;
        }
        return at;
    }

    private static int start(byte[] bytes, int body) {
        for (int at = body - 1; at >= Math.max(0, body - LONGEST_HEAD); at--) {
            if (Latin1.find(bytes, at, Math.min(body, at + 5), "data:") == at
                    || Latin1.find(bytes, at, Math.min(body, at + 5), "DATA:") == at) {
                return at;
            }
        }
        return body;
    }

    private static boolean isMap(byte[] bytes, int start) {
        int name = start - MapLink.NAME.length();
        return name >= 0 && Latin1.find(bytes, name, start, MapLink.NAME) == name;
    }

    /** What a URL carries. */
    static byte[] content(byte[] bytes, Url url) {
        return Base64Text.decode(bytes, url.body(), url.end());
    }
}
