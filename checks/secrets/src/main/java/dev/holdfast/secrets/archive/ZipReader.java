package dev.holdfast.secrets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads a zip in both of its meanings: by its directory, as most programs do, and by the headers
 * before the entries, as those do that read streams. An entry may hide from one of them.
 */
final class ZipReader {
    private static final int DIRECTORY_MARK = 0x02014B50;

    private final Unpacking unpacking;
    private final List<String> path;
    private final ZipStream stream;
    private final int depth;

    ZipReader(Unpacking unpacking, List<String> path, int depth) {
        this.unpacking = unpacking;
        this.path = path;
        this.depth = depth;
        this.stream = new ZipStream(unpacking, path, depth);
    }

    /** Reads the archive that begins in memory and may go on in the stream. */
    void read(Spool spool, InputStream rest) throws IOException {
        if (!spool.whole()) {
            unpacking.problem(
                    path,
                    "is too large to be held in memory: entries that only its directory shows were"
                            + " not looked at");
            stream.all(new SequenceInputStream(spool.stream(0, spool.size()), rest));
            return;
        }
        if (countsMoreThan(unpacking.limits().entries(), spool)) {
            unpacking.problem(path, "has a directory of too many entries");
            stream.all(spool.stream(0, spool.size()));
            return;
        }
        try (ZipFile zip = open(spool)) {
            new ZipDirectory(unpacking, path, depth, spool, zip, stream).read();
        } catch (NotOpened told) {
            unpacking.problem(path, String.valueOf(told.getMessage()));
            stream.all(spool.stream(0, spool.size()));
        }
    }

    private static ZipFile open(Spool spool) throws NotOpened {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(spool.channel())
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException broken) {
            throw new NotOpened("has no directory that can be read");
        }
    }

    // Each entry of the directory is held as an object.
    private static boolean countsMoreThan(long most, Spool spool) {
        long count = 0;
        long at = spool.find(DIRECTORY_MARK, 0, spool.size());
        while (at >= 0 && count <= most) {
            count++;
            at = spool.find(DIRECTORY_MARK, at + 4, spool.size());
        }
        return count > most;
    }
}
