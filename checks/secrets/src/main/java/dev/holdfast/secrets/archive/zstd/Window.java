package dev.holdfast.secrets.archive.zstd;

import java.util.Arrays;

/** What was unpacked last: as much as later matches may reach, and what was not read yet. */
final class Window {
    private static final int FIRST_SIZE = 1 << 10;

    private final int size;
    private final int capacity;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int end;
    private int read;
    private int blockEnd;

    Window(int size) {
        this.size = size;
        this.capacity = size + size / 4 + 2 * Frame.LARGEST_BLOCK;
    }

    /** Makes room for one block; all before it must have been read. */
    void beginBlock() {
        if (end + Frame.LARGEST_BLOCK > capacity) {
            int keep = Math.min(end, size);
            System.arraycopy(bytes, end - keep, bytes, 0, keep);
            end = keep;
            read = keep;
        }
        blockEnd = end + Frame.LARGEST_BLOCK;
    }

    void append(byte[] from, int at, int count) throws ZstdException {
        room(count);
        System.arraycopy(from, at, bytes, end, count);
        end += count;
    }

    void fill(byte value, int count) throws ZstdException {
        room(count);
        Arrays.fill(bytes, end, end + count, value);
        end += count;
    }

    void repeat(int distance, int count) throws ZstdException {
        if (distance > Math.min(end, size)) {
            throw ZstdException.broken();
        }
        room(count);
        if (distance >= count) {
            System.arraycopy(bytes, end - distance, bytes, end, count);
        } else {
            for (int i = end; i < end + count; i++) {
                bytes[i] = bytes[i - distance];
            }
        }
        end += count;
    }

    private void room(int count) throws ZstdException {
        if (count > blockEnd - end) {
            throw ZstdException.broken();
        }
        if (end + count > bytes.length) {
            int wanted = Math.max(bytes.length * 2, end + count);
            bytes = Arrays.copyOf(bytes, Math.min(wanted, capacity));
        }
    }

    int unread() {
        return end - read;
    }

    int take(byte[] out, int at, int count) {
        int taken = Math.min(count, unread());
        System.arraycopy(bytes, read, out, at, taken);
        read += taken;
        return taken;
    }

    /** Adds what was unpacked last to a check sum. */
    void hashUnread(XxHash64 hash) {
        hash.update(bytes, read, end - read);
    }
}
