package dev.holdfast.fuzz;

import java.io.ByteArrayInputStream;

/** Gives its bytes in pieces of other lengths each time, as a pipe does. */
public final class Pieces extends ByteArrayInputStream {
    private int step;

    /** The same bytes always come in the same pieces. */
    public Pieces(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        step = (step * 5 + 3) % 17;
        return super.read(into, offset, Math.min(length, 1 + step));
    }
}
