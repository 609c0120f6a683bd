package dev.holdfast.secrets.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;

/**
 * Looks into archives: zip, tar, gzip and Zstandard, and those in each other. Nothing is written to
 * disk, no entry's name is used as a path, and what was not looked at is said.
 */
public final class Archives {

    private Archives() {}

    /**
     * Whether the first bytes (at least 512 when there are so many) are those of something packed.
     */
    public static boolean isPacked(byte[] head, int length) {
        return Format.of(head, length) != Format.NONE;
    }

    /**
     * Hands every entry to the visitor, in order, nested as deep as the limits say.
     *
     * @throws IOException when {@code in} cannot be read or the visitor throws it; an archive that
     *     is broken is a problem of the result
     */
    public static Unpacked unpack(InputStream in, Limits limits, Visitor visitor)
            throws IOException {
        Source source = new Source(in);
        Unpacking unpacking = new Unpacking(source, limits, visitor);
        byte[] head = source.readNBytes(Format.HEAD);
        Format format = Format.of(head, head.length);
        if (format == Format.NONE) {
            unpacking.problem(List.of(), "is not packed in a way that is known");
        } else {
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), source);
            unpacking.open(format, whole, List.of(), 1);
        }
        source.throwFailure();
        return unpacking.result();
    }
}
