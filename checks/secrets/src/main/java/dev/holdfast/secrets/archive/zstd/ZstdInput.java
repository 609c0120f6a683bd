package dev.holdfast.secrets.archive.zstd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks Zstandard data of any number of frames (RFC 8878). It holds a window in memory, never
 * more than the given limit and a quarter, and no more than was unpacked.
 *
 * <p>Written here because the decoders that can be had are native code or read hostile bytes with
 * {@code sun.misc.Unsafe}.
 */
public final class ZstdInput extends InputStream {
    private static final long MAGIC = 0xFD2FB528L;
    private static final long SKIPPABLE = 0x184D2A50L;

    private final InputStream in;
    private final long largestWindow;
    private final Frame.Scratch scratch = new Frame.Scratch();
    private @Nullable Frame frame;

    /** Frames that ask for more memory than {@code largestWindow} bytes are refused. */
    public ZstdInput(InputStream packed, int largestWindow) {
        this.in = new BufferedInputStream(packed);
        this.largestWindow = largestWindow;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            Frame now = frame;
            if (now != null && now.window().unread() > 0) {
                return now.window().take(bytes, offset, length);
            }
            if (now != null && !now.ended()) {
                now.nextBlock();
            } else if (!nextFrame()) {
                return -1;
            }
        }
    }

    // A skippable frame holds bytes of somebody else (section 3.1.2).
    private boolean nextFrame() throws IOException {
        frame = null;
        int first = in.read();
        if (first < 0) {
            return false;
        }
        long magic = first | Little.read(in, 3) << 8;
        if (magic == MAGIC) {
            frame = new Frame(in, largestWindow, scratch);
        } else if ((magic & ~15L) == SKIPPABLE) {
            in.skipNBytes(Little.read(in, 4));
        } else {
            throw new ZstdException("is followed by bytes that are not Zstandard");
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
