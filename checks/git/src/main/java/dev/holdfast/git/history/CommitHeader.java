package dev.holdfast.git.history;

import dev.holdfast.git.pack.ObjectContent;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Who made a commit or a tag, and when.
 *
 * @param author name and mail address as the commit has them
 * @param date in ISO 8601; empty when the commit has none that can be read
 */
record CommitHeader(String author, String date) {

    static CommitHeader of(ObjectContent commit) {
        String raw = new String(commit.bytes(), 0, commit.length(), StandardCharsets.ISO_8859_1);
        int end = raw.indexOf("\n\n");
        String header = end < 0 ? raw : raw.substring(0, end);
        String author = value(header, "author ");
        String line =
                new String(
                        (author.isEmpty() ? value(header, "tagger ") : author)
                                .getBytes(StandardCharsets.ISO_8859_1),
                        charset(value(header, "encoding ")));
        int mail = line.lastIndexOf('>');
        String date = date(line.substring(mail + 1).strip());
        if (date.isEmpty()) {
            String committer = value(header, "committer ");
            date = date(committer.substring(committer.lastIndexOf('>') + 1).strip());
        }
        return new CommitHeader(line.substring(0, mail + 1), date);
    }

    private static String value(String header, String word) {
        int start = header.startsWith(word) ? 0 : header.indexOf("\n" + word) + 1;
        if (!header.startsWith(word, start)) {
            return "";
        }
        int end = header.indexOf('\n', start);
        return header.substring(start + word.length(), end < 0 ? header.length() : end);
    }

    /** What git calls {@code i18n.commitEncoding}. */
    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** {@code 1700000000 +0200} in ISO 8601. */
    private static String date(String time) {
        String[] parts = time.split(" ", -1);
        Instant instant;
        try {
            instant = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        } catch (DateTimeException | NumberFormatException none) {
            return "";
        }
        ZoneOffset zone = ZoneOffset.UTC;
        try {
            zone = parts.length > 1 ? ZoneOffset.of(parts[1]) : zone;
        } catch (DateTimeException odd) {
            // Git itself has written such zones; the instant is right without.
            zone = ZoneOffset.UTC;
        }
        try {
            String text = OffsetDateTime.ofInstant(instant, zone).toString();
            int seconds = text.indexOf('T') + 6;
            // Full minutes are printed without seconds.
            return text.charAt(seconds) == ':'
                    ? text
                    : text.substring(0, seconds) + ":00" + text.substring(seconds);
        } catch (DateTimeException tooFar) {
            return "";
        }
    }
}
