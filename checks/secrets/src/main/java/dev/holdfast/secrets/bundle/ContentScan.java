package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.NeedleMatch;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.place.Excerpts;
import dev.holdfast.secrets.place.LineCounter;
import dev.holdfast.secrets.rule.Redaction;
import dev.holdfast.secrets.rule.VariableNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scans one stream of bytes in windows, so that memory does not grow with the file. Windows overlap
 * by more than a match can take, so no match is lost or told twice at a border.
 */
final class ContentScan {
    /** What fits into one window is also kept whole, for maps and modules inside it. */
    static final int WINDOW = 16 << 20;

    private static final int TAIL = 8_192;
    // Longer than what a table of numbers spells by chance.
    private static final int FEWEST_WIDE = 24;
    private static final String INLINE_MAP = "sourceMappingURL=data:";

    private final Engine engine;
    private final Interpreter interpreter;
    private final List<Hit> hits = new ArrayList<>();
    private final LineCounter counter = new LineCounter();
    private final Utf8Check utf8 = new Utf8Check();
    private final int reach;
    private final int window;
    private byte[] whole = new byte[0];
    private byte[] tail = new byte[0];
    private boolean holdsInlineMap;
    private boolean holdsData;
    private int longestWide;
    private long bytes;
    private boolean complete = true;

    ContentScan(Engine engine, Interpreter interpreter, int window) {
        this.engine = engine;
        this.interpreter = interpreter;
        // An excerpt shows what lies beside a match, and an escaped one takes four times the bytes.
        this.reach = 4 * (engine.reach() + Excerpts.AROUND);
        this.window = Math.max(window, 8 * reach);
    }

    /**
     * Scans to the end, or to the limit.
     *
     * @param expected how many bytes are expected
     * @param limit the most bytes that are read; a longer stream is not complete
     */
    void run(InputStream in, long expected, long limit) throws IOException {
        byte[] buffer = new byte[(int) Math.min(window, Math.max(expected, 1024) + 1)];
        int filled = 0;
        int checked = 0;
        int passed = 0;
        long base = 0;
        while (true) {
            int room = (int) Math.min(buffer.length - filled, limit - base - filled);
            int read = room == 0 ? 0 : in.readNBytes(buffer, filled, room);
            filled += read;
            boolean atLimit = base + filled >= limit;
            boolean end = read < room || (atLimit && in.read() < 0);
            complete = end || !atLimit;
            if (!end && !atLimit && buffer.length < window) {
                // The file has grown since its size was asked, or it was not known.
                buffer = Arrays.copyOf(buffer, Math.min(window, buffer.length * 4));
                continue;
            }
            boolean last = end || atLimit;
            int decided = last ? filled : filled - reach;
            if (base == 0) {
                passed = mark(buffer, filled);
            }
            accept(buffer, filled, passed, decided, base);
            utf8.pass(buffer, checked, filled);
            if (last && base == 0) {
                whole = filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
            } else {
                holdsInlineMap |= Latin1.find(buffer, 0, filled, INLINE_MAP) >= 0;
                holdsData |= DataUrls.any(buffer, filled);
                tail = Arrays.copyOfRange(buffer, Math.max(0, filled - TAIL), filled);
            }
            if (last) {
                bytes = base + filled;
                return;
            }
            int keep = 2 * reach;
            int moved = filled - keep;
            System.arraycopy(buffer, moved, buffer, 0, keep);
            base += moved;
            passed = decided - moved;
            checked = keep;
            filled = keep;
        }
    }

    /** Scans bytes that are already there. */
    void run(byte[] content) {
        try {
            run(new ByteArrayInputStream(content), content.length, Long.MAX_VALUE);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** How long the byte order mark is; it stands in no column. */
    private static int mark(byte[] buffer, int filled) {
        boolean marked =
                filled >= 3
                        && buffer[0] == (byte) 0xEF
                        && buffer[1] == (byte) 0xBB
                        && buffer[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** Takes what starts in {@code [from, to)}; counts lines up to {@code to}. */
    private void accept(byte[] buffer, int length, int from, int to, long base) {
        List<TextRun> wide = WideRuns.in(buffer, length);
        wide.forEach(run -> longestWide = Math.max(longestWide, run.text().length));
        List<Sighting> all = new ArrayList<>();
        wide.forEach(run -> all.addAll(Sighting.in(run, engine, interpreter)));
        EscapedRuns.in(buffer, length)
                .forEach(run -> all.addAll(Sighting.in(run, engine, interpreter)));
        all.addAll(Sighting.in(buffer, length, List.copyOf(all), engine, interpreter));
        all.removeIf(each -> each.start() < from || each.start() >= to);
        all.sort(Comparator.comparingInt(Sighting::start));
        int counted = from;
        for (Sighting each : all) {
            counter.pass(buffer, counted, each.start());
            counted = each.start();
            hits.add(hit(buffer, each, base));
        }
        counter.pass(buffer, counted, to);
    }

    private Hit hit(byte[] buffer, Sighting sighting, long base) {
        Interpreter.Finding finding = sighting.finding();
        Match match = finding.match();
        byte[] text = sighting.text();
        LineCounter end = counter.copy();
        end.pass(buffer, sighting.start(), sighting.end());
        @Nullable TokenMatch token = match instanceof TokenMatch found ? found : null;
        return new Hit(
                token != null
                        ? token.rule().info()
                        : isPublic(finding) ? BundleChecks.PUBLIC_VARIABLE : BundleChecks.ENV_VALUE,
                token == null ? null : token.rule(),
                token == null ? null : token.assessment(),
                finding.valueHash(),
                Redaction.of(text, match.start(), match.end()),
                finding.variable(),
                base + sighting.start(),
                counter.line(),
                counter.column(),
                end.line(),
                end.column(),
                Excerpts.around(
                        text,
                        sighting.length(),
                        match.start(),
                        match.end(),
                        sighting.secrets()
                                .near(
                                        match.start() - Excerpts.AROUND,
                                        match.end() + Excerpts.AROUND),
                        counter.line(),
                        counter.column()),
                Excerpts.waivers(text, sighting.length(), match.start(), match.end()));
    }

    private static boolean isPublic(Interpreter.Finding finding) {
        Hit.Named variable = finding.variable();
        return !(finding.match() instanceof NeedleMatch)
                || (variable != null && VariableNames.isPublic(variable.name()));
    }

    List<Hit> hits() {
        return hits;
    }

    /** The whole content when it fitted into one window, else nothing. */
    byte[] whole() {
        return whole;
    }

    /** The end of a content that did not fit into one window. */
    byte[] tail() {
        return tail;
    }

    /** Whether a content that did not fit into one window has a source map inside. */
    boolean holdsInlineMap() {
        return holdsInlineMap;
    }

    /** Whether a content that did not fit into one window has encoded data inside. */
    boolean holdsData() {
        return holdsData;
    }

    /** Whether the whole content is UTF-8. */
    boolean isUtf8() {
        return utf8.isValid();
    }

    /** Whether there is text in UTF-16 among the bytes, which nothing says. */
    boolean holdsWideText() {
        return longestWide >= FEWEST_WIDE;
    }

    long bytes() {
        return bytes;
    }

    /** Whether the stream ended within the limit. */
    boolean isComplete() {
        return complete;
    }

    static boolean contains(byte[] bytes, String text) {
        return Latin1.find(bytes, 0, bytes.length, text) >= 0;
    }
}
