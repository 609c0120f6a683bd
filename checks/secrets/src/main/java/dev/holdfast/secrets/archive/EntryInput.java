package dev.holdfast.secrets.archive;

import dev.holdfast.secrets.archive.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The content of one entry, as the next reader gets it: where it is broken or a limit is reached it
 * ends and the problem is noted, so that all that was readable is looked at.
 */
final class EntryInput extends InputStream {
    private final InputStream content;
    private final Unpacking unpacking;
    private final List<String> path;
    private final int depth;
    private long given;
    private boolean ended;
    private boolean broken;
    private boolean opened;

    EntryInput(InputStream content, Unpacking unpacking, List<String> path, int depth) {
        this.content = content;
        this.unpacking = unpacking;
        this.path = path;
        this.depth = depth;
    }

    /** What is an archive itself has the limit of all, not that of an entry. */
    void opened() {
        opened = true;
    }

    /** Whether the reader beneath can go on to the next entry. */
    boolean broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (ended || unpacking.stopped()) {
            return -1;
        }
        int read = take(into, offset, length);
        if (!opened && given + Math.max(read, 0) > unpacking.limits().entryBytes()) {
            unpacking.problem(path, "is larger than " + unpacking.limits().entryBytes() + " bytes");
            ended = true;
            return -1;
        }
        given += Math.max(read, 0);
        return read;
    }

    // The parsers are not ours: what they throw at hostile bytes is a broken entry, not our bug.
    private int take(byte[] into, int offset, int length) {
        try {
            int read = content.read(into, offset, length);
            if (read > 0 && !unpacking.cameOut(read, depth)) {
                ended = true;
                return -1;
            }
            return read;
        } catch (NotOpened | ZstdException told) {
            fail(String.valueOf(told.getMessage()));
        } catch (IOException | RuntimeException failed) {
            fail(NotOpened.BROKEN);
        }
        return -1;
    }

    private void fail(String problem) {
        ended = true;
        broken = true;
        unpacking.problem(path, problem);
    }

    /** Reads to the end, so that the next entry can be reached; limits count what comes out. */
    void drain() {
        byte[] passed = new byte[1 << 13];
        while (!broken && !unpacking.stopped() && take(passed, 0, passed.length) >= 0) {
            // Only passed over.
        }
        ended = true;
    }

    @Override
    public void close() {
        // The reader beneath goes on with the next entry.
    }
}
