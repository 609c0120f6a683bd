package dev.holdfast.secrets.place;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.rule.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the part of a line that a report may show, and reads the waiver ids named beside a place.
 */
public final class Excerpts {
    /** How many bytes before and behind a place are shown at most. */
    public static final int AROUND = 60;

    private static final int NEAR = 300;
    private static final Pattern WAIVE =
            Pattern.compile("holdfast-waive:\\s*([A-Za-z0-9][A-Za-z0-9_.-]{0,63})");

    private static final Pattern LINE_END = Pattern.compile("[\r\n]");

    private Excerpts() {}

    /**
     * The line around a place, cut to what fits, every secret on it redacted.
     *
     * @param secrets every run of bytes that may not be shown, in any order
     * @param column the column of {@code start}
     */
    public static Excerpt around(
            byte[] bytes,
            int length,
            int start,
            int end,
            List<Span> secrets,
            int line,
            int column) {
        int from = start;
        while (from > 0 && start - from < AROUND && !isLineEnd(bytes[from - 1])) {
            from--;
        }
        // Never begin inside a character.
        while (from < start && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        int to = Math.min(end, length);
        while (to < length && to - end < AROUND && !isLineEnd(bytes[to])) {
            to++;
        }
        List<Span> hidden = new ArrayList<>(secrets);
        // The place itself is hidden; it may be as long as the file.
        for (Span beside : List.of(new Span(from, start), new Span(Math.min(end, to), to))) {
            hidden.addAll(RandomRuns.in(bytes, length, beside.start(), beside.end()));
            hidden.addAll(NamedValues.in(bytes, length, beside.start(), beside.end()));
        }
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < to) {
            int secretEnd = secretEnd(hidden, at);
            if (secretEnd > at) {
                boolean whole = secrets.contains(new Span(at, secretEnd));
                text.append(whole ? Redaction.prefix(bytes, at, secretEnd) : "").append('…');
                at = secretEnd;
                continue;
            }
            int next = nextSecret(hidden, at, to);
            text.append(new String(bytes, at, next - at, StandardCharsets.UTF_8));
            at = next;
        }
        LineCounter before = new LineCounter();
        before.pass(bytes, from, start);
        int shownColumn = Math.max(1, column - (before.column() - 1));
        String shown = text.toString();
        return new Excerpt(line, shownColumn, List.of(LINE_END.split(shown, 2)[0]));
    }

    private static boolean isLineEnd(byte each) {
        return each == '\n' || each == '\r';
    }

    /** The furthest end of the secrets that hold that byte, or -1. */
    private static int secretEnd(List<Span> secrets, int at) {
        int end = -1;
        for (Span secret : secrets) {
            if (secret.start() <= at && at < secret.end()) {
                end = Math.max(end, secret.end());
            }
        }
        return end;
    }

    private static int nextSecret(List<Span> secrets, int at, int to) {
        int next = to;
        for (Span secret : secrets) {
            if (secret.start() > at && secret.start() < next) {
                next = secret.start();
            }
        }
        return next;
    }

    /** The waiver ids that comments near the place name. */
    public static Set<String> waivers(byte[] bytes, int length, int start, int end) {
        int from = Math.max(0, start - NEAR);
        int to = Math.min(length, end + NEAR);
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (!text.contains("holdfast-waive:")) {
            return Set.of();
        }
        Set<String> ids = new HashSet<>();
        Matcher matcher = WAIVE.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
