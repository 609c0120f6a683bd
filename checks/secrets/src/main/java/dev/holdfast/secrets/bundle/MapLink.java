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
 *
 * @param offset of the first byte of the URL
 * @param end offset behind its last byte
 */
record MapLink(String url, int offset, int end) {
    static final String NAME = "sourceMappingURL=";
    private static final int LONGEST_NAME = 4_096;
    private static final int LONGEST_REST = 1 << 15;

    /**
     * The link of a whole file. Strings may hold such comments too: the code of modules that are
     * evaluated, and of tools that write maps. So the comment has to begin its line, or to end the
     * file.
     */
    static Optional<MapLink> ofFile(byte[] bytes) {
        MapLink found = null;
        int at = next(bytes, 0);
        while (at >= 0) {
            int comment = commentStart(bytes, at);
            int behind = at + 1;
            if (comment >= 0) {
                MapLink link = at(bytes, at);
                boolean counts = beginsLine(bytes, comment) || endsFile(bytes, link.end());
                found = counts ? link : found;
                behind = link.end();
            }
            at = next(bytes, behind);
        }
        return Optional.ofNullable(found);
    }

    /** The link of a module, wherever in its text it stands. */
    static Optional<MapLink> ofModule(byte[] bytes) {
        MapLink found = null;
        int at = next(bytes, 0);
        while (at >= 0) {
            int behind = at + 1;
            if (commentStart(bytes, at) >= 0) {
                found = at(bytes, at);
                behind = found.end();
            }
            at = next(bytes, behind);
        }
        return Optional.ofNullable(found);
    }

    private static int next(byte[] bytes, int from) {
        return Latin1.find(bytes, from, bytes.length, NAME);
    }

    /** Where the comment begins that has the name as its first word, or -1. */
    private static int commentStart(byte[] bytes, int name) {
        int mark = name - 1;
        while (mark >= 0 && isBlank(bytes[mark])) {
            mark--;
        }
        boolean comment =
                mark >= 2
                        && (bytes[mark] == '#' || bytes[mark] == '@')
                        && (bytes[mark - 1] == '/' || bytes[mark - 1] == '*')
                        && bytes[mark - 2] == '/';
        return comment ? mark - 2 : -1;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t';
    }

    private static boolean beginsLine(byte[] bytes, int comment) {
        int before = comment - 1;
        while (before >= 0 && isBlank(bytes[before])) {
            before--;
        }
        return before < 0 || bytes[before] == '\n' || bytes[before] == '\r';
    }

    /** Whether nothing but a few comments and blanks follows. */
    private static boolean endsFile(byte[] bytes, int from) {
        if (bytes.length - from > LONGEST_REST) {
            return false;
        }
        int at = from;
        while (at < bytes.length) {
            if (bytes[at] <= ' ' && bytes[at] >= 0) {
                at++;
            } else if (Latin1.find(bytes, at, Math.min(bytes.length, at + 2), "*/") == at) {
                at += 2;
            } else if (Latin1.find(bytes, at, Math.min(bytes.length, at + 2), "//") == at) {
                int end = Latin1.find(bytes, at, bytes.length, "\n");
                at = end < 0 ? bytes.length : end;
            } else {
                return false;
            }
        }
        return true;
    }

    private static MapLink at(byte[] bytes, int name) {
        int start = name + NAME.length();
        int end = start;
        boolean data =
                Latin1.find(bytes, start, Math.min(bytes.length, start + 5), "data:") == start;
        while (end < bytes.length
                && (data || end - start < LONGEST_NAME)
                && (bytes[end] > ' ' || bytes[end] < 0)
                && bytes[end] != '*'
                && bytes[end] != '"'
                && bytes[end] != '\''
                && bytes[end] != '\\') {
            end++;
        }
        String url = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return new MapLink(url, start, end);
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
