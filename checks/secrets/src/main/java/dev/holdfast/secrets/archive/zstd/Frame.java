package dev.holdfast.secrets.archive.zstd;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One frame (RFC 8878, section 3.1.1), unpacked block by block. */
final class Frame {
    static final int LARGEST_BLOCK = 1 << 17;

    private final InputStream in;
    private final Window window;
    private final int largestBlock;
    private final long contentSize;
    private final @Nullable XxHash64 hash;
    private final Literals literals;
    private final Sequences sequences = new Sequences();
    private final byte[] block;
    private long unpacked;
    private boolean ended;

    /** Room for one block, that frames use one after the other. */
    static final class Scratch {
        private final byte[] block = new byte[LARGEST_BLOCK];
        private final byte[] literals = new byte[LARGEST_BLOCK];
    }

    /** Reads the header, behind the magic number. */
    Frame(InputStream in, long largestWindow, Scratch scratch) throws IOException {
        this.in = in;
        this.block = scratch.block;
        this.literals = new Literals(scratch.literals);
        int descriptor = (int) Little.read(in, 1);
        if ((descriptor & 8) != 0) {
            throw ZstdException.broken();
        }
        boolean single = (descriptor & 32) != 0;
        long size = 0;
        if (!single) {
            int value = (int) Little.read(in, 1);
            long base = 1L << (10 + (value >> 3));
            size = base + base / 8 * (value & 7);
        }
        int[] dictionaryBytes = {0, 1, 2, 4};
        if (Little.read(in, dictionaryBytes[descriptor & 3]) != 0) {
            throw new ZstdException("is packed with a dictionary that it does not hold");
        }
        int[] sizeBytes = {single ? 1 : 0, 2, 4, 8};
        int width = sizeBytes[descriptor >> 6];
        long told = Little.read(in, width) + (width == 2 ? 256 : 0);
        contentSize = width == 0 ? -1 : told;
        size = single ? told : size;
        if (size < 0 || size > largestWindow) {
            throw new ZstdException(
                    "needs more than " + (largestWindow >> 20) + " MiB of memory to be unpacked");
        }
        window = new Window((int) size);
        largestBlock = (int) Math.min(size, LARGEST_BLOCK);
        hash = (descriptor & 4) != 0 ? new XxHash64() : null;
    }

    Window window() {
        return window;
    }

    boolean ended() {
        return ended;
    }

    /** Unpacks one block into the window, and checks the frame when it was the last. */
    void nextBlock() throws IOException {
        int header = (int) Little.read(in, 3);
        int size = header >> 3;
        int kind = header >> 1 & 3;
        if (size > largestBlock || kind == 3) {
            throw ZstdException.broken();
        }
        window.beginBlock();
        if (kind == 1) {
            window.fill((byte) Little.read(in, 1), size);
        } else {
            if (in.readNBytes(block, 0, size) < size) {
                throw ZstdException.broken();
            }
            if (kind == 0) {
                window.append(block, 0, size);
            } else {
                int behind = literals.read(block, size);
                sequences.execute(block, behind, size, literals, window);
            }
        }
        unpacked += window.unread();
        if (hash != null) {
            window.hashUnread(hash);
        }
        if ((header & 1) != 0) {
            finish();
        }
    }

    private void finish() throws IOException {
        ended = true;
        if (contentSize >= 0 && contentSize != unpacked) {
            throw new ZstdException("is not as long as it says");
        }
        if (hash != null && Little.read(in, 4) != (hash.value() & 0xFFFFFFFFL)) {
            throw new ZstdException("does not match its check sum");
        }
    }
}
