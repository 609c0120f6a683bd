package dev.holdfast.secrets.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Scans a stream of any size in a buffer of bounded size. The windows lie side by side, so each
 * match is told once; the bytes around a window that decide about its matches are in the buffer and
 * are not scanned twice.
 */
public final class StreamScan {
    private final Engine engine;
    private final int size;
    private final int context;

    /** Takes the windows of a stream, in order. */
    @FunctionalInterface
    public interface Sink {
        void window(Window window);
    }

    /**
     * A part of the stream.
     *
     * @param bytes the buffer, which the next window overwrites
     * @param length how many of its bytes count
     * @param base the offset of the buffer's first byte in the stream
     * @param from where the window starts in the buffer: where the one before ended
     * @param to where it ends
     * @param matches what starts in the window; offsets are those of the buffer
     * @param last whether the stream ends with this window
     */
    @SuppressWarnings("ArrayRecordComponent") // A view of one buffer, never compared.
    public record Window(
            byte[] bytes,
            int length,
            long base,
            int from,
            int to,
            List<Match> matches,
            boolean last) {}

    /**
     * What became of a stream.
     *
     * @param bytes how many of its bytes were looked at
     * @param complete whether it ended within the limit
     */
    public record Read(long bytes, boolean complete) {}

    /**
     * A scan with a buffer of that size, or what the engine's reach asks for when that is more.
     *
     * @param context the fewest bytes on both sides of a match that its reader wants to see, where
     *     the stream has them
     */
    public StreamScan(Engine engine, int size, int context) {
        this.engine = engine;
        this.context = context;
        this.size = Math.max(size, 4 * (behind() + ahead()));
    }

    /** The bytes before a window that decide about what is in it. */
    private int behind() {
        return 2 * engine.reach() + context;
    }

    // A match's end is within a reach of its start, and what stands behind it, within the context,
    // may be told as well.
    private int ahead() {
        return 2 * engine.reach() + context;
    }

    /**
     * Scans to the end of the stream, or to the limit.
     *
     * @param expected how many bytes are expected; the buffer is no larger than they need
     * @param limit the most bytes that are looked at
     */
    public Read run(InputStream in, long expected, long limit, Sink sink) throws IOException {
        byte[] buffer = new byte[(int) Math.min(size, Math.max(expected, 1024) + 1)];
        int filled = 0;
        int from = 0;
        long base = 0;
        while (true) {
            int room = (int) Math.min(buffer.length - filled, limit - base - filled);
            int read = in.readNBytes(buffer, filled, room);
            filled += read;
            boolean atLimit = base + filled >= limit;
            boolean end = read < room || (atLimit && in.read() < 0);
            boolean last = end || atLimit;
            if (!last && buffer.length < size) {
                // The file has grown since its size was asked, or it was not known.
                buffer = Arrays.copyOf(buffer, (int) Math.min(size, buffer.length * 4L));
                continue;
            }
            int to = last ? filled : filled - ahead();
            List<Match> matches = engine.scanWindow(buffer, filled, from, to);
            sink.window(new Window(buffer, filled, base, from, to, matches, last));
            if (last) {
                return new Read(base + filled, end);
            }
            int moved = Math.max(0, to - behind());
            System.arraycopy(buffer, moved, buffer, 0, filled - moved);
            base += moved;
            from = to - moved;
            filled -= moved;
        }
    }
}
