package dev.holdfast.secrets.archive;

import dev.holdfast.secrets.archive.zstd.ZstdException;
import dev.holdfast.secrets.archive.zstd.ZstdInput;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;

/** One archive being unpacked: what came out so far, and what could not be looked at. */
final class Unpacking {
    private static final int MOST_PROBLEMS = 100;
    private static final int LARGEST_WINDOW = 32 << 20;

    private final Limits limits;
    private final Visitor visitor;
    private final Source source;
    private final List<String> problems = new ArrayList<>();
    private final long[] cameOut;
    private long moreProblems;
    private long seen;
    private long handed;
    private long handedBytes;
    private long memory = Spool.LARGEST;
    private boolean stopped;

    Unpacking(Source source, Limits limits, Visitor visitor) {
        this.source = source;
        this.limits = limits;
        this.visitor = visitor;
        this.cameOut = new long[limits.depth() + 1];
    }

    Limits limits() {
        return limits;
    }

    boolean stopped() {
        return stopped;
    }

    /** Opens what is packed, at the given depth, the outermost being 1. */
    void open(Format format, InputStream packed, List<String> path, int depth) throws IOException {
        switch (format) {
            case GZIP -> single(format, () -> new GzipInput(packed), path, depth);
            case ZSTD -> single(format, () -> new ZstdInput(packed, window(depth)), path, depth);
            case TAR -> new TarReader(this, path, depth).read(packed);
            case ZIP -> {
                Spool spool = Spool.read(packed, memory);
                memory -= spool.size();
                try {
                    new ZipReader(this, path, depth).read(spool, packed);
                } finally {
                    memory += spool.size();
                }
            }
            default -> problem(path, "is packed as " + format.word() + ", which is not opened");
        }
    }

    /** How much Zstandard may hold in memory: less in each archive that lies in another. */
    static int window(int depth) {
        return LARGEST_WINDOW >> Math.min(depth - 1, 20);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private void single(Format format, Opening opening, List<String> path, int depth)
            throws IOException {
        InputStream content;
        try {
            content = opening.open();
        } catch (NotOpened | ZstdException told) {
            problem(path, String.valueOf(told.getMessage()));
            return;
        } catch (IOException broken) {
            problem(path, NotOpened.BROKEN);
            return;
        }
        try (content) {
            entry(path, format.word(), content, depth);
        }
    }

    /** Opens an entry further or hands it over. False when the reader beneath is at its end. */
    boolean entry(List<String> outer, String word, InputStream content, int depth)
            throws IOException {
        List<String> path = new ArrayList<>(outer);
        path.add(word);
        if (!count()) {
            return false;
        }
        EntryInput in = new EntryInput(content, this, List.copyOf(path), depth);
        byte[] head = in.readNBytes(Format.HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        Format format = Format.of(head, head.length);
        if (format.opened() && depth < limits.depth()) {
            in.opened();
            open(format, whole, path, depth + 1);
        } else {
            if (format.opened()) {
                problem(path, "is packed more than " + limits.depth() + " deep");
            } else if (format != Format.NONE) {
                open(format, whole, path, depth + 1);
            }
            hand(path, whole);
        }
        in.drain();
        return !in.broken() && !stopped;
    }

    private void hand(List<String> path, InputStream content) throws IOException {
        handed++;
        visitor.entry(
                List.copyOf(path),
                new FilterInputStream(content) {
                    @Override
                    public int read() throws IOException {
                        int next = super.read();
                        handedBytes += next < 0 ? 0 : 1;
                        return next;
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        int read = super.read(into, offset, length);
                        handedBytes += Math.max(read, 0);
                        return read;
                    }
                });
    }

    /** Counts an entry, also one without content. False when there were too many. */
    boolean count() {
        if (!stopped && ++seen > limits.entries()) {
            stop("holds more than " + limits.entries() + " entries; the rest was not looked at");
        }
        return !stopped;
    }

    /** Counts bytes that were unpacked. False when there were too many. */
    boolean cameOut(int bytes, int depth) {
        long total = cameOut[depth] += bytes;
        if (total > limits.totalBytes()) {
            stop(
                    "holds more than %d bytes; the rest was not looked at"
                            .formatted(limits.totalBytes()));
        } else if (total > Limits.HARMLESS_BYTES && total / limits.ratio() > source.bytes()) {
            stop(
                    "unpacks to more than %d times its size, as bombs do; the rest was not looked at"
                            .formatted(limits.ratio()));
        }
        return !stopped;
    }

    private void stop(String problem) {
        if (!stopped) {
            problem(List.of(), problem);
            stopped = true;
        }
    }

    /** Notes what was not looked at. Behind a limit all that follows is a consequence. */
    void problem(List<String> path, String problem) {
        if (stopped) {
            return;
        }
        String told =
                path.isEmpty()
                        ? problem
                        : "holds " + String.join(" > ", path) + ", which " + problem;
        if (problems.contains(told)) {
            return;
        }
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(told);
        } else {
            moreProblems++;
        }
    }

    Unpacked result() {
        List<String> all = new ArrayList<>(problems);
        if (moreProblems > 0) {
            all.add("holds " + moreProblems + " more entries that could not be looked at");
        }
        return new Unpacked(handed, handedBytes, all);
    }
}
