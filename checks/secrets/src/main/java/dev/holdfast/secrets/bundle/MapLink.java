package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The link from generated text to its map: the last {@code sourceMappingURL} comment (ECMA-426,
 * section 11). It may name a file, or hold the map itself as a {@code data:} URI.
 */
record MapLink(String url, int offset) {
    private static final String NAME = "sourceMappingURL=";
    private static final int LONGEST_NAME = 4_096;

    /** The last link in the bytes. */
    static Optional<MapLink> last(byte[] bytes) {
        int last = -1;
        int at = Latin1.find(bytes, 0, bytes.length, NAME);
        while (at >= 0) {
            boolean comment =
                    at >= 2
                            && (bytes[at - 1] == ' '
                                    || bytes[at - 1] == '#'
                                    || bytes[at - 1] == '@');
            last = comment ? at : last;
            at = Latin1.find(bytes, at + 1, bytes.length, NAME);
        }
        if (last < 0) {
            return Optional.empty();
        }
        int start = last + NAME.length();
        int end = start;
        boolean data =
                Latin1.find(bytes, start, Math.min(bytes.length, start + 5), "data:") == start;
        while (end < bytes.length
                && (data || end - start < LONGEST_NAME)
                && bytes[end] > ' '
                && bytes[end] != '*'
                && bytes[end] != '"'
                && bytes[end] != '\''
                && bytes[end] != '\\') {
            end++;
        }
        return Optional.of(
                new MapLink(new String(bytes, start, end - start, StandardCharsets.UTF_8), start));
    }

    boolean isData() {
        return url.startsWith("data:");
    }

    /** Whether it names something that is fetched from elsewhere. */
    boolean isRemote() {
        return url.startsWith("//") || url.matches("[A-Za-z][A-Za-z0-9+.-]*://.*");
    }

    /** The file's name, without query, percent-decoded. */
    String fileName() {
        int query = url.indexOf('?');
        String name = query < 0 ? url : url.substring(0, query);
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    /** The map inside a {@code data:} URI (RFC 2397); nothing when it cannot be decoded. */
    Optional<byte[]> data() {
        int comma = url.indexOf(',');
        if (!isData() || comma < 0) {
            return Optional.empty();
        }
        String header = url.substring(0, comma).toLowerCase(Locale.ROOT);
        String body = url.substring(comma + 1);
        try {
            if (header.endsWith(";base64")) {
                int end = body.length();
                while (end > 0 && !Bytes.BASE64.has((byte) body.charAt(end - 1))) {
                    end--;
                }
                return Optional.of(Base64.getDecoder().decode(body.substring(0, end)));
            }
            return Optional.of(
                    URLDecoder.decode(body.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
