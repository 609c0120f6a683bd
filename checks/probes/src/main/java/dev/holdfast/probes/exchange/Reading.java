package dev.holdfast.probes.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body as a browser reads it: its coding undone (RFC 9110, section 8.4), in its charset (HTML,
 * "determining the character encoding").
 *
 * @param text as much as was read, a byte order mark too; empty when nothing could be
 * @param unread why the text is not all that a browser reads, or nothing when it is
 */
public record Reading(String text, Optional<String> unread) {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s{0,9}charset\\s{0,9}=\\s{0,9}[\"']?([^\"';,\\s]{1,60})");
    private static final Pattern AS_ASCII =
            Pattern.compile(
                    "(?:us-)?ascii|latin\\d|(?:x-)?(?:windows-|cp)\\d{3,4}|iso[-_]?8859-\\d{1,2}"
                            + "|koi8-[ru]|euc-(?:jp|kr)|big5(?:-hkscs)?|(?:x-)?gbk|gb2312|gb18030"
                            + "|shift[_-]jis|(?:x-)?sjis|windows-31j|ks_c_5601-1987"
                            + "|(?:x-)?mac(?:intosh|-roman|-cyrillic)?|ibm866|tis-620");
    private static final int LONGEST_CODING = 40;

    /** Reads the body of the response. Takes any bytes. */
    public static Reading of(Response response) {
        List<String> codings =
                response.fields().all("Content-Encoding").stream()
                        .flatMap(line -> List.of(line.split(",", -1)).stream())
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty() && !each.equals("identity"))
                        .toList();
        Body body = response.body();
        if (body.size() == 0) {
            return new Reading("", cut(body));
        }
        // A recording, or a proxy, may have undone the coding and left the field.
        if (codings.isEmpty() || plain(body)) {
            return decoded(response, body);
        }
        Optional<Body> undone =
                codings.size() == 1 ? Coding.undo(codings.getFirst(), body) : Optional.empty();
        return undone.map(each -> decoded(response, each))
                .orElseGet(() -> new Reading("", Optional.of(coded(codings))));
    }

    private static String coded(List<String> codings) {
        String all = String.join(", ", codings).replaceAll("[^a-z0-9, -]", "?");
        return "its body has the Content-Encoding "
                + all.substring(0, Math.min(LONGEST_CODING, all.length()))
                + ", which was not undone";
    }

    private static Reading decoded(Response response, Body body) {
        byte[] bytes = body.bytes();
        String label = mark(bytes).orElseGet(() -> label(response));
        Optional<Charset> charset = charset(label);
        if (charset.isEmpty()) {
            return new Reading(
                    body.text(),
                    Optional.of(
                            "its body has the charset "
                                    + label.replaceAll("[^a-z0-9_.:-]", "?")
                                    + ", which was not read"));
        }
        return new Reading(body.text(charset.get()), cut(body));
    }

    private static Optional<String> cut(Body body) {
        return body.cut()
                ? Optional.of("only the beginning of its body was kept")
                : Optional.empty();
    }

    /** What the first bytes say, which goes before every field (Encoding, "BOM sniff"). */
    private static Optional<String> mark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of("utf-8");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of("utf-16be");
        }
        return starts(bytes, 0xFF, 0xFE) ? Optional.of("utf-16le") : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String label(Response response) {
        Matcher said =
                CHARSET.matcher(
                        response.fields()
                                .combined("Content-Type")
                                .orElse("")
                                .toLowerCase(Locale.ROOT));
        return said.find() ? said.group(1) : "utf-8";
    }

    /**
     * What browsers know (Encoding, "names and labels"), and no other: what they do not know they
     * guess. In the old charsets markup is as in ASCII, so one reads it for all of them.
     */
    private static Optional<Charset> charset(String label) {
        return switch (label) {
            case "utf-8", "utf8", "unicode-1-1-utf-8" -> Optional.of(StandardCharsets.UTF_8);
            case "utf-16", "utf-16le", "unicode" -> Optional.of(StandardCharsets.UTF_16LE);
            case "utf-16be" -> Optional.of(StandardCharsets.UTF_16BE);
            default ->
                    AS_ASCII.matcher(label).matches()
                            ? Optional.of(StandardCharsets.ISO_8859_1)
                            : Optional.empty();
        };
    }

    /** Whether the bytes are text already: no coding leaves out every control character. */
    private static boolean plain(Body body) {
        String text = body.text();
        return text.chars()
                .noneMatch(each ->
                        each == 0xFFFD
                                || (each < ' ' && each != '\n' && each != '\r' && each != '\t'));
    }
}
