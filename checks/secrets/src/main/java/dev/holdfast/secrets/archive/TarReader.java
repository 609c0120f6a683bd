package dev.holdfast.secrets.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a tar, and others that stand behind it: programs that pass over its end read on. */
final class TarReader {
    private static final int RECORD = 512;
    // The parser calls itself for each header that describes the next one: this bounds the stack.
    private static final int LARGEST_HEADER = 64 << 10;

    private final Unpacking unpacking;
    private final List<String> path;
    private final int depth;

    TarReader(Unpacking unpacking, List<String> path, int depth) {
        this.unpacking = unpacking;
        this.path = path;
        this.depth = depth;
    }

    void read(InputStream packed) throws IOException {
        Metadata metadata = new Metadata(packed, LARGEST_HEADER);
        BufferedInputStream in = new BufferedInputStream(metadata);
        TrailingZeros zeros = new TrailingZeros(in);
        boolean more = true;
        while (more) {
            // The parser must take whole records only: what is behind its end is looked at here.
            TarArchiveInputStream tar = new TarArchiveInputStream(zeros, RECORD, RECORD, "UTF-8");
            if (!entries(tar, metadata, zeros)) {
                return;
            }
            metadata.end();
            skipZeros(in);
            in.mark(RECORD);
            byte[] head = in.readNBytes(RECORD);
            in.reset();
            more = Format.of(head, head.length) == Format.TAR;
            if (!more && head.length > 0) {
                unpacking.entry(path, "tar (behind its end)", in, depth);
            }
        }
    }

    private boolean entries(TarArchiveInputStream tar, Metadata metadata, TrailingZeros zeros)
            throws IOException {
        while (true) {
            TarArchiveEntry entry;
            metadata.begin();
            zeros.begin();
            try {
                entry = tar.getNextEntry();
                if (entry == null && zeros.count() < RECORD) {
                    throw new NotOpened("has no end: it may be cut off");
                }
                if (entry == null) {
                    return true;
                }
                if (!entry.isCheckSumOK() || !tar.canReadEntryData(entry)) {
                    throw new NotOpened(NotOpened.BROKEN);
                }
            } catch (NotOpened told) {
                unpacking.problem(path, String.valueOf(told.getMessage()));
                return false;
            } catch (IOException | RuntimeException broken) {
                unpacking.problem(path, NotOpened.BROKEN);
                return false;
            }
            metadata.end();
            boolean link = entry.isSymbolicLink() || entry.isLink();
            boolean empty = entry.isDirectory() || (link && entry.getSize() == 0);
            boolean goOn =
                    empty
                            ? unpacking.count()
                            : unpacking.entry(path, Words.of("tar", entry.getName()), tar, depth);
            if (!goOn) {
                return false;
            }
        }
    }

    private static void skipZeros(BufferedInputStream in) throws IOException {
        byte[] record = new byte[RECORD];
        while (true) {
            in.mark(RECORD);
            int length = in.readNBytes(record, 0, RECORD);
            for (int i = 0; i < length; i++) {
                if (record[i] != 0) {
                    in.reset();
                    return;
                }
            }
            if (length < RECORD) {
                return;
            }
        }
    }
}
