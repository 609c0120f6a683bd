package dev.holdfast.secrets.archive;

import dev.holdfast.secrets.archive.zstd.ZstdInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads a zip by its directory, and then what its directory does not show. */
final class ZipDirectory {
    private static final int END_MARK = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_MARK = 0x02014B50;
    private static final int MOST_DECEPTIONS = 100;
    // The sizes that may follow an entry's data (APPNOTE.TXT, section 4.3.9).
    private static final int DATA_DESCRIPTOR = 24;
    private static final int DATA_DESCRIPTOR_MARK = 0x08074B50;

    private final Unpacking unpacking;
    private final List<String> path;
    private final int depth;
    private final Spool spool;
    private final ZipFile zip;
    private final ZipStream stream;
    private long at;
    private int deceptions;

    ZipDirectory(
            Unpacking unpacking,
            List<String> path,
            int depth,
            Spool spool,
            ZipFile zip,
            ZipStream stream) {
        this.unpacking = unpacking;
        this.path = path;
        this.depth = depth;
        this.spool = spool;
        this.zip = zip;
        this.stream = stream;
    }

    void read() throws IOException {
        for (Placed each : placed()) {
            if (unpacking.stopped()) {
                return;
            }
            long data = each.entry().getDataOffset();
            if (data < at) {
                unpacking.problem(path, "has entries that overlap");
                if (tooManyDeceptions()) {
                    return;
                }
            }
            LocalHeader own = between(data, data);
            long end = hand(each);
            if (own != null && own.differsFrom(each.entry())) {
                end = Math.min(end, stream.one(spool, own.at()));
            }
            if (own != null && own.isStoredWithoutSize()) {
                end = endOfStream(data, end);
            }
            at = Math.max(at, end);
        }
        behind();
    }

    private record Placed(ZipArchiveEntry entry, InputStream raw) {}

    // Where an entry's data begins is known only once it was asked for.
    private List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            try {
                InputStream raw = zip.getRawInputStream(entry);
                if (raw == null || entry.getDataOffset() > spool.size()) {
                    throw new NotOpened(NotOpened.BROKEN);
                }
                placed.add(new Placed(entry, raw));
            } catch (IOException | RuntimeException broken) {
                unpacking.problem(inner(entry), NotOpened.BROKEN);
            }
        }
        placed.sort(Comparator.comparingLong(each -> each.entry().getDataOffset()));
        return placed;
    }

    private List<String> inner(ZipArchiveEntry entry) {
        List<String> inner = new ArrayList<>(path);
        inner.add(Words.of("zip", entry.getName()));
        return inner;
    }

    /** Hands over the entry as the directory tells it; returns where its data ends. */
    private long hand(Placed placed) throws IOException {
        ZipArchiveEntry entry = placed.entry();
        long data = entry.getDataOffset();
        long end = Math.min(data + Math.max(entry.getCompressedSize(), 0), spool.size());
        if (ZipMethod.isFolder(entry)) {
            unpacking.count();
            return end;
        }
        Inflater inflater = new Inflater(true);
        try {
            ZipMethod.check(entry, true);
            InputStream content = content(placed, inflater);
            boolean good =
                    unpacking.entry(
                            path,
                            Words.of("zip", entry.getName()),
                            new Checked(content, entry.getSize(), entry.getCrc()),
                            depth);
            // Deflated data says itself where it ends; more may stand behind it.
            return good && entry.getMethod() == ZipMethod.DEFLATED
                    ? Math.min(end, data + inflater.getBytesRead())
                    : end;
        } catch (NotOpened told) {
            unpacking.problem(inner(entry), String.valueOf(told.getMessage()));
            unpacking.count();
            return end;
        } finally {
            inflater.end();
        }
    }

    private InputStream content(Placed placed, Inflater inflater) throws NotOpened {
        return switch (placed.entry().getMethod()) {
            case 0 -> placed.raw();
            // Without a header an inflater may ask for one byte more than there is.
            case ZipMethod.DEFLATED ->
                    new InflaterInputStream(
                            new SequenceInputStream(
                                    placed.raw(), new ByteArrayInputStream(new byte[1])),
                            inflater,
                            1 << 13);
            case ZipMethod.ZSTD, ZipMethod.ZSTD_BEFORE ->
                    new ZstdInput(placed.raw(), Unpacking.window(depth));
            default -> decoded(placed.entry());
        };
    }

    private InputStream decoded(ZipArchiveEntry entry) throws NotOpened {
        try {
            return zip.getInputStream(entry);
        } catch (IOException | RuntimeException broken) {
            throw new NotOpened(NotOpened.BROKEN);
        }
    }

    /**
     * Reads what stands before a place and belongs to no entry of the directory. Returns the header
     * whose data begins at {@code data}.
     */
    private @Nullable LocalHeader between(long to, long data) throws IOException {
        long header = spool.find(LocalHeader.MARK, at, to);
        while (header >= 0 && !unpacking.stopped()) {
            LocalHeader local = LocalHeader.read(spool, header);
            loose("zip (between its entries)", at, header, DATA_DESCRIPTOR);
            if (local.dataOffset() == data) {
                return local;
            }
            at = stream.one(spool, header);
            if (at == header + 4 && tooManyDeceptions()) {
                return null;
            }
            header = spool.find(LocalHeader.MARK, at, to);
        }
        return null;
    }

    // Each may cost a walk over the whole archive.
    private boolean tooManyDeceptions() {
        if (++deceptions > MOST_DECEPTIONS) {
            unpacking.problem(path, "has too many entries that overlap or are broken");
        }
        return deceptions > MOST_DECEPTIONS;
    }

    // Where a program that reads the stream takes stored data to end: at a mark that is followed by
    // a check sum and twice the length of what stood before it.
    private long endOfStream(long data, long end) {
        long mark = spool.find(DATA_DESCRIPTOR_MARK, data, end);
        while (mark >= 0 && spool.number(mark + 8, 4) != mark - data) {
            mark = spool.find(DATA_DESCRIPTOR_MARK, mark + 4, end);
        }
        return mark < 0 ? end : mark;
    }

    private void behind() throws IOException {
        long end = spool.findLast(END_MARK);
        between(end, -1);
        long directory = spool.find(DIRECTORY_MARK, at, end);
        loose("zip (between its entries)", at, directory < 0 ? end : directory, DATA_DESCRIPTOR);
        loose("zip (behind its directory)", end + END_LENGTH, spool.size(), 0);
    }

    private void loose(String word, long from, long to, int harmless) throws IOException {
        if (to - from > harmless) {
            unpacking.entry(path, word, spool.stream(from, to), depth);
        }
    }
}
