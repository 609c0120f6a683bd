package dev.holdfast.secrets.scan;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.secrets.decode.Decoders;
import dev.holdfast.secrets.decode.Utf16;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.place.Excerpts;
import dev.holdfast.secrets.place.LineCounter;
import dev.holdfast.secrets.place.NearSpans;
import dev.holdfast.secrets.rule.Redaction;
import dev.holdfast.secrets.rule.ValueHashes;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scans contents one after the other, in windows that overlap by more than a match can take, so
 * that memory does not grow with the content and nothing is lost or told twice at a border. For one
 * thread: it keeps its buffer from one content to the next.
 */
public final class ContentScan {
    /** A content of no more bytes is one window. */
    static final int WINDOW = 8 << 20;

    /** The most findings of one content. What holds more was made of them, and never ends. */
    static final int MOST = 10_000;

    private static final int FIRST = 1 << 16;
    private static final int PIECE = 1 << 13;

    private final WindowScan windows;
    private final ValueHashes hashes;
    private final KeyRing ring;
    private final int reach;
    private final int window;
    private byte[] buffer = new byte[FIRST];
    private List<Found> found = new ArrayList<>();
    private LineCounter counter = new LineCounter();
    private boolean full;

    /** A scan with that engine. */
    public ContentScan(Engine engine, ValueHashes hashes, KeyRing ring) {
        this(engine, hashes, ring, WINDOW);
    }

    ContentScan(Engine engine, ValueHashes hashes, int window) {
        this(engine, hashes, KeyRing.closed(), window);
    }

    private ContentScan(Engine engine, ValueHashes hashes, KeyRing ring, int window) {
        this.windows = new WindowScan(engine, 2 * MOST);
        this.hashes = hashes;
        this.ring = ring;
        this.reach = Math.max(engine.reach(), Decoders.LONGEST) + Excerpts.AROUND;
        this.window = Math.max(window, 4 * reach);
    }

    /**
     * What is found in a content and how many bytes it has.
     *
     * @param bytes how many bytes were read
     */
    public record Scanned(List<Found> found, long bytes) {

        public Scanned {
            found = List.copyOf(found);
        }
    }

    /** Whether the last content has more than {@link #MOST} findings; the others are not told. */
    boolean isFull() {
        return full;
    }

    /** Scans a content that is in memory; the bytes are not kept. */
    public List<Found> scan(byte[] bytes, int length) {
        Utf16.Encoding encoding = Utf16.of(bytes, length);
        if (encoding != null) {
            try (InputStream text = encoding.decoded(new ByteArrayInputStream(bytes, 0, length))) {
                return goOn(text, open(text, length)).found();
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
        }
        begin();
        accept(bytes, length, 0, length, 0, true);
        return found;
    }

    /**
     * Scans a stream to its end.
     *
     * @param expected how many bytes it is expected to have; only a hint
     */
    public Scanned scan(InputStream in, long expected) throws IOException {
        return rest(in, open(in, expected));
    }

    /** Reads the first bytes of a stream into the buffer and says how many. */
    int open(InputStream in, long expected) throws IOException {
        begin();
        grow((int) Math.min(window, Math.max(FIRST, expected + 1)));
        return read(in, 0);
    }

    /** What {@link #open} has read, until the next call. */
    byte[] head() {
        return buffer;
    }

    /** Scans a stream of which the first bytes were read by {@link #open}. */
    Scanned rest(InputStream in, int filled) throws IOException {
        Utf16.Encoding encoding = Utf16.of(buffer, filled);
        if (encoding == null) {
            return goOn(in, filled);
        }
        // Once for each such file, which are few.
        byte[] head = Arrays.copyOf(buffer, filled);
        return goOn(
                encoding.decoded(new SequenceInputStream(new ByteArrayInputStream(head), in)), 0);
    }

    /** Goes on with a stream of which the first bytes are in the buffer. */
    private Scanned goOn(InputStream in, int already) throws IOException {
        long base = 0;
        int filled = already;
        int passed = 0;
        while (true) {
            filled += read(in, filled);
            boolean end = filled < buffer.length;
            if (!end && buffer.length < window) {
                grow(Math.min(window, buffer.length * 4));
                continue;
            }
            if (end) {
                accept(buffer, filled, passed, filled, base, base == 0);
                return new Scanned(found, base + filled);
            }
            int decided = filled - reach;
            accept(buffer, filled, passed, decided, base, false);
            if (full) {
                return new Scanned(found, base + filled);
            }
            int moved = filled - 2 * reach;
            System.arraycopy(buffer, moved, buffer, 0, filled - moved);
            base += moved;
            passed = decided - moved;
            filled -= moved;
        }
    }

    /** Fills the buffer; a larger piece than that makes the JVM allocate memory for each read. */
    private int read(InputStream in, int from) throws IOException {
        int at = from;
        while (at < buffer.length) {
            int read = in.read(buffer, at, Math.min(PIECE, buffer.length - at));
            if (read < 0) {
                break;
            }
            at += read;
        }
        return at - from;
    }

    private void begin() {
        found = new ArrayList<>();
        counter = new LineCounter();
        full = false;
    }

    private void grow(int size) {
        if (buffer.length < size) {
            buffer = Arrays.copyOf(buffer, size);
        }
    }

    /** Takes what starts in {@code [from, to)} of a window that begins at {@code base}. */
    private void accept(byte[] bytes, int length, int from, int to, long base, boolean only) {
        List<WindowScan.Sight> all = windows.scan(bytes, length);
        int counted = base == 0 ? mark(bytes, length, from) : from;
        if (!all.isEmpty()) {
            NearSpans secrets = new NearSpans(secrets(all));
            @Nullable Place place = null;
            for (WindowScan.Sight each : all) {
                if (each.start() >= from && each.start() < to) {
                    if (found.size() == MOST) {
                        full = true;
                        return;
                    }
                    counter.pass(bytes, counted, each.start());
                    counted = Math.max(counted, each.start());
                    if (place == null
                            || place.start() != each.start()
                            || place.end() != each.end()) {
                        place = place(bytes, length, each, secrets);
                    }
                    found.add(found(each, place, base));
                }
            }
        }
        full |= !windows.whole();
        if (!only) {
            counter.pass(bytes, counted, to);
        }
    }

    /** A byte order mark stands in no column. */
    private static int mark(byte[] bytes, int length, int from) {
        boolean marked =
                length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
        return marked ? Math.max(from, 3) : from;
    }

    private static List<Span> secrets(List<WindowScan.Sight> all) {
        // All tokens of one encoded run stand where the run does.
        Set<Span> secrets = new LinkedHashSet<>();
        for (WindowScan.Sight each : all) {
            secrets.add(new Span(each.start(), each.end()));
            if (each.decodedFrom().isEmpty()) {
                secrets.addAll(each.match().parts());
            }
        }
        return List.copyOf(secrets);
    }

    /** Where tokens stand, and what is told of that place. */
    private record Place(
            int start, int end, int endLine, int endColumn, Excerpt excerpt, Set<String> waivers) {}

    private Place place(byte[] bytes, int length, WindowScan.Sight sight, NearSpans secrets) {
        LineCounter end = counter.copy();
        end.pass(bytes, sight.start(), sight.end());
        return new Place(
                sight.start(),
                sight.end(),
                end.line(),
                end.column(),
                Excerpts.around(
                        bytes,
                        length,
                        sight.start(),
                        sight.end(),
                        secrets.near(
                                sight.start() - Excerpts.AROUND, sight.end() + Excerpts.AROUND),
                        counter.line(),
                        counter.column()),
                Excerpts.waivers(bytes, length, sight.start(), sight.end()));
    }

    private Found found(WindowScan.Sight sight, Place place, long base) {
        TokenMatch match = sight.match();
        String hash = hashes.of(sight.text(), match);
        ring.offer(sight.text(), sight.length(), match, hash);
        return new Found(
                match.rule(),
                match.assessment(),
                hash,
                Redaction.of(sight.text(), match.start(), match.end()),
                base + sight.start(),
                counter.line(),
                counter.column(),
                place.endLine(),
                place.endColumn(),
                place.excerpt(),
                place.waivers(),
                sight.decodedFrom());
    }
}
