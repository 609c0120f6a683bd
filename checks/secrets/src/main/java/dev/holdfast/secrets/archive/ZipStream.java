package dev.holdfast.secrets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a zip by the headers that stand before its entries. */
final class ZipStream {
    // A name and attributes have at most 64 KiB each.
    private static final int LARGEST_HEADER = 256 << 10;

    private final Unpacking unpacking;
    private final List<String> path;
    private final int depth;

    ZipStream(Unpacking unpacking, List<String> path, int depth) {
        this.unpacking = unpacking;
        this.path = path;
        this.depth = depth;
    }

    /** Hands over entry after entry, up to the directory or the first that is broken. */
    void all(InputStream in) throws IOException {
        Metadata metadata = new Metadata(in, LARGEST_HEADER);
        // Stored entries whose length follows would be held in memory.
        ZipArchiveInputStream zip = new ZipArchiveInputStream(metadata, "UTF-8", true, false, true);
        ZipArchiveEntry entry = next(zip, metadata);
        while (entry != null && hand(zip, entry)) {
            entry = next(zip, metadata);
        }
    }

    /** Hands over the one entry whose header begins there; returns where its data ends. */
    long one(Spool spool, long at) throws IOException {
        Metadata metadata = new Metadata(spool.stream(at, spool.size()), LARGEST_HEADER);
        ZipArchiveInputStream zip = new ZipArchiveInputStream(metadata, "UTF-8", true, true, true);
        ZipArchiveEntry entry = next(zip, metadata);
        if (entry == null || !hand(zip, entry)) {
            return at + 4;
        }
        return Math.max(at + 4, at + entry.getDataOffset() + packed(zip));
    }

    // The parser has no answer for an entry that it could not read.
    private static long packed(ZipArchiveInputStream zip) {
        try {
            return zip.getCompressedCount();
        } catch (RuntimeException unread) {
            return 0;
        }
    }

    private @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip, Metadata metadata) {
        metadata.begin();
        try {
            return zip.getNextEntry();
        } catch (NotOpened told) {
            unpacking.problem(path, String.valueOf(told.getMessage()));
        } catch (IOException | RuntimeException broken) {
            unpacking.problem(path, NotOpened.BROKEN);
        } catch (NoClassDefFoundError unknown) {
            // The parser wants decoders of Zstandard and xz that are not shipped.
            unpacking.problem(path, "has an entry that only its directory could open");
        } finally {
            metadata.end();
        }
        return null;
    }

    private boolean hand(ZipArchiveInputStream zip, ZipArchiveEntry entry) throws IOException {
        String word = Words.of("zip", entry.getName());
        try {
            ZipMethod.check(entry, false);
            if (!zip.canReadEntryData(entry)) {
                throw new NotOpened("does not say where it ends");
            }
        } catch (NotOpened told) {
            List<String> inner = new ArrayList<>(path);
            inner.add(word);
            unpacking.problem(inner, String.valueOf(told.getMessage()));
            return unpacking.count();
        }
        if (ZipMethod.isFolder(entry)) {
            return unpacking.count();
        }
        return unpacking.entry(path, word, zip, depth);
    }
}
