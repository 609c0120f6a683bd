package dev.holdfast.secrets.archive;

/**
 * Where unpacking ends, whatever the archive holds.
 *
 * @param entries of all levels together
 * @param totalBytes that may come out, on each level
 * @param entryBytes that may come out of one entry; the next one is looked at nevertheless
 * @param ratio of what came out to what was read, once more than 64 MiB came out
 * @param depth how many archives may lie in each other: 2 opens a tar.gz
 */
public record Limits(long entries, long totalBytes, long entryBytes, int ratio, int depth) {
    /** From here on the ratio counts: small files of zeros pack well and do no harm. */
    static final long HARMLESS_BYTES = 64L << 20;

    public static final Limits DEFAULT = new Limits(100_000, 4L << 30, 1L << 30, 1000, 3);

    public Limits {
        if (entries < 1 || totalBytes < 1 || entryBytes < 1 || ratio < 1 || depth < 1) {
            throw new IllegalArgumentException("a limit below one would look at nothing");
        }
    }
}
