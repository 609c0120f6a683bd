package dev.holdfast.git.pack;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates objects of packs, one after the other; each thread has its own. */
final class Inflation {
    /** Zeros behind every object, so that a vector may be loaded over its end. */
    static final int SPARE = 130;

    private static final int INPUT = 1 << 15;

    private final Inflater inflater = new Inflater();
    private final CRC32 checksum = new CRC32();
    private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT);
    private long streams;

    /**
     * Inflates an object's stream into an array that has {@link #SPARE} bytes more.
     *
     * @throws BrokenObjects when the stream is broken or has another length than its header says
     */
    void inflate(Pack pack, long start, long end, byte[] into, int size) throws BrokenObjects {
        streams++;
        inflater.reset();
        long at = start;
        int filled = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at >= end) {
                        throw new BrokenObjects("an object in " + pack + " ends too early");
                    }
                    ByteBuffer slice = pack.slice(at, end);
                    at += slice.remaining();
                    inflater.setInput(slice);
                }
                // One byte more than expected, to notice a stream that is longer than it says.
                int read = inflater.inflate(into, filled, size + 1 - filled);
                filled += read;
                if (read == 0 && (inflater.needsDictionary() || filled > size)) {
                    break;
                }
            }
        } catch (DataFormatException broken) {
            throw new BrokenObjects("an object in " + pack + " is not valid zlib");
        }
        if (filled != size || !inflater.finished()) {
            throw new BrokenObjects("an object in " + pack + " is not as long as it says");
        }
        pack.touched(inflater.getBytesRead());
        endWithZeros(into, size);
    }

    /** Inflates only the beginning of an object, and says how much there is. */
    int begin(Pack pack, long start, long end, byte[] into) throws BrokenObjects {
        inflater.reset();
        inflater.setInput(pack.slice(start, end));
        try {
            int filled = 0;
            while (filled < into.length) {
                int read = inflater.inflate(into, filled, into.length - filled);
                if (read == 0) {
                    break;
                }
                filled += read;
            }
            return filled;
        } catch (DataFormatException broken) {
            throw new BrokenObjects("an object in " + pack + " is not valid zlib");
        }
    }

    /** Puts zeros behind an object. */
    static void endWithZeros(byte[] bytes, int length) {
        Arrays.fill(bytes, length, length + SPARE, (byte) 0);
    }

    /**
     * Holds an object as it lies in the pack against the checksum in the index.
     *
     * @throws BrokenObjects when they differ
     */
    void verify(PackOrder order, int number) throws BrokenObjects {
        Pack pack = order.pack();
        if (!pack.index().hasChecksums()) {
            return;
        }
        checksum.reset();
        long end = order.end(number);
        for (long at = order.offset(number); at < end; ) {
            ByteBuffer slice = pack.slice(at, end);
            at += slice.remaining();
            checksum.update(slice);
        }
        if ((int) checksum.getValue() != pack.index().checksum(order.position(number))) {
            throw new BrokenObjects("an object in " + pack + " has not its checksum");
        }
    }

    /** How many streams were inflated. */
    long streams() {
        return streams;
    }

    /** The content of one object; nothing else is to be inflated until it is read. */
    ObjectStream stream(ObjectStream.Source source, long size, String where) {
        streams++;
        return new ObjectStream(inflater, source, size, where);
    }

    /** Room for compressed bytes of a file. */
    ByteBuffer input() {
        return input;
    }

    void end() {
        inflater.end();
    }
}
