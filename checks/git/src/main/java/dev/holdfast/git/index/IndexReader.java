package dev.holdfast.git.index;

import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an index of version 2, 3 or 4. */
final class IndexReader {
    private static final int MAGIC = 0x44495243; // "DIRC"
    private static final int SPLIT = 0x6C696E6B; // "link"
    private static final int SPARSE = 0x73646972; // "sdir"
    private static final int CACHED_TREE = 0x54524545; // "TREE"
    private static final int STATISTICS = 24;
    private static final int LENGTH = 0xFFF;
    private static final int EXTENDED = 0x4000;
    private static final int INTENDED = 0x2000;

    private final Path file;
    private final ObjectFormat format;
    private final ByteBuffer bytes;
    private final List<IndexEntry> entries = new ArrayList<>();
    private @Nullable CachedTree tree;
    private @Nullable SplitIndex split;

    private IndexReader(Path file, ObjectFormat format, byte[] bytes) {
        this.file = file;
        this.format = format;
        this.bytes = ByteBuffer.wrap(bytes, 0, bytes.length - format.length());
    }

    /**
     * Reads an index, and what it is based on when it is split.
     *
     * @throws IOException when it is not as git writes it
     */
    static Index read(Path file, GitFolder folder) throws IOException {
        IndexReader reader = open(file, folder.format());
        SplitIndex split = reader.split;
        if (split == null) {
            return new Index(reader.entries, reader.tree);
        }
        IndexReader shared = open(split.shared(folder.own()), folder.format());
        return new Index(split.merge(shared.entries, reader.entries), reader.tree);
    }

    private static IndexReader open(Path file, ObjectFormat format) throws IOException {
        // Whoever opens a pipe waits for its other end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is no file");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 12 + format.length()) {
            throw new IOException(file + " is no index: it ends too early");
        }
        IndexReader reader = new IndexReader(file, format, bytes);
        reader.verify(bytes);
        try {
            reader.read();
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException outside) {
            throw reader.broken("it ends inside an entry");
        }
        return reader;
    }

    private IOException broken(String why) {
        return new IOException(file + " cannot be read: " + why);
    }

    /** Nothing but zeros in the place of a checksum says that there is none (index.skipHash). */
    private void verify(byte[] all) throws IOException {
        int end = all.length - format.length();
        byte[] named = Arrays.copyOfRange(all, end, all.length);
        if (!Arrays.equals(named, new byte[named.length])) {
            MessageDigest digest = format.digest();
            digest.update(all, 0, end);
            if (!Arrays.equals(named, digest.digest())) {
                throw broken("it has not the checksum that it names");
            }
        }
    }

    private void read() throws IOException {
        if (bytes.getInt() != MAGIC) {
            throw broken("it is no index");
        }
        int version = bytes.getInt();
        if (version < 2 || version > 4) {
            throw broken("it is of version " + version + ", which is not known");
        }
        int count = bytes.getInt();
        byte[] path = new byte[0];
        for (int i = 0; i < count; i++) {
            path = entry(version, path);
        }
        while (bytes.remaining() >= 8) {
            int name = bytes.getInt();
            int length = bytes.getInt();
            int end = bytes.position() + length;
            if (length < 0 || end < 0 || end > bytes.limit()) {
                throw broken("it ends inside an extension");
            }
            extension(name, bytes.slice(bytes.position(), length));
            bytes.position(end);
        }
    }

    /** Reads an entry, and gives its path back, on which that of the next one may build. */
    private byte[] entry(int version, byte[] before) throws IOException {
        int start = bytes.position();
        bytes.position(start + STATISTICS);
        int mode = bytes.getInt();
        bytes.position(start + STATISTICS + 16);
        byte[] object = new byte[format.length()];
        bytes.get(object);
        int flags = bytes.getShort();
        int further = version > 2 && (flags & EXTENDED) != 0 ? bytes.getShort() : 0;
        int kept = version == 4 ? before.length - (int) cut(before.length) : 0;
        int length = 0;
        while (bytes.get(bytes.position() + length) != 0) {
            length++;
        }
        byte[] path = Arrays.copyOf(before, kept + length);
        bytes.get(path, kept, length);
        bytes.get();
        if (version != 4) {
            if ((flags & LENGTH) != LENGTH && (flags & LENGTH) != length) {
                throw broken("a path is not as long as it says");
            }
            int size = bytes.position() - 1 - start;
            bytes.position(start + size + 8 - size % 8);
        }
        entries.add(
                new IndexEntry(
                        new String(path, StandardCharsets.ISO_8859_1),
                        mode,
                        (flags >> 12) & 3,
                        (further & INTENDED) != 0,
                        object));
        return path;
    }

    /** How much of the last path does not count, as packs write distances. */
    private long cut(int most) throws IOException {
        int each = bytes.get();
        long value = each & 0x7F;
        while ((each & 0x80) != 0 && value <= most) {
            each = bytes.get();
            value = ((value + 1) << 7) | (each & 0x7F);
        }
        if (value > most) {
            throw broken("a path builds on more than there is");
        }
        return value;
    }

    /** What begins with a small letter must be understood, says git. */
    private void extension(int name, ByteBuffer content) throws IOException {
        switch (name) {
            case SPLIT -> split = SplitIndex.read(content, format);
            case CACHED_TREE -> tree = CachedTree.read(content, format.length());
            default -> {
                boolean mayBeIgnored = name >>> 24 >= 'A' && name >>> 24 <= 'Z';
                if (!mayBeIgnored && name != SPARSE) {
                    throw broken("it has an extension that is not known");
                }
            }
        }
    }
}
