package dev.holdfast.git.pack;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file of any size, mapped in parts, because one mapping holds at most 2 GiB. The parts overlap,
 * so that nothing small is ever cut in two. Reading past the end is an {@link
 * IndexOutOfBoundsException}.
 */
final class MappedFile {
    private static final int SHIFT = 30;
    private static final long PART = 1L << SHIFT;
    private static final long OVERLAP = 1 << 16;
    // Mapped pages count as the process's memory, although the system may take them back.
    private static final long MOST_TOUCHED = 32L << 20;
    // The system maps the pages around one that is read, too.
    private static final long AROUND = 8 << 10;

    private final MappedByteBuffer[] parts;
    private final long size;
    private final AtomicLong touched = new AtomicLong();

    private MappedFile(MappedByteBuffer[] parts, long size) {
        this.parts = parts;
        this.size = size;
    }

    static MappedFile open(Path file) throws IOException {
        // Whoever opens a pipe waits for its other end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BrokenObjects(file.getFileName() + " is no file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            MappedByteBuffer[] parts = new MappedByteBuffer[(int) ((size + PART - 1) >>> SHIFT)];
            for (int i = 0; i < parts.length; i++) {
                long start = (long) i << SHIFT;
                long length = Math.min(PART + OVERLAP, size - start);
                parts[i] = channel.map(FileChannel.MapMode.READ_ONLY, start, length);
            }
            return new MappedFile(parts, size);
        }
    }

    long size() {
        return size;
    }

    byte at(long offset) {
        return part(offset).get(inside(offset));
    }

    /** A 32-bit number, big-endian. */
    int intAt(long offset) {
        return part(offset).getInt(inside(offset));
    }

    /** A 64-bit number, big-endian. */
    long longAt(long offset) {
        return part(offset).getLong(inside(offset));
    }

    void copy(long offset, byte[] into, int at, int length) {
        part(offset).get(inside(offset), into, at, length);
    }

    private ByteBuffer part(long offset) {
        return parts[(int) (offset >>> SHIFT)];
    }

    private static int inside(long offset) {
        return (int) (offset & (PART - 1));
    }

    /** What lies at {@code [offset, end)}, or as much of it as one part holds. */
    ByteBuffer slice(long offset, long end) {
        ByteBuffer part = part(offset);
        int inside = inside(offset);
        return part.slice(inside, (int) Math.min(end - offset, part.limit() - inside));
    }

    /** Takes note that so many bytes were read; now and then gives their pages back. */
    void touched(long bytes) {
        if (touched.addAndGet(bytes + AROUND) > MOST_TOUCHED
                && touched.getAndSet(0) > MOST_TOUCHED) {
            release();
        }
    }

    /** Gives the pages back to the system; they come again when they are read again. */
    void release() {
        for (MappedByteBuffer part : parts) {
            MemorySegment.ofBuffer(part).unload();
        }
    }
}
