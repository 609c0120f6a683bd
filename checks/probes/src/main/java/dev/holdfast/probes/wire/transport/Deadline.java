package dev.holdfast.probes.wire.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Bytes of a socket that must all have come before a point in time. */
public final class Deadline extends InputStream {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Socket socket;
    private final InputStream bytes;
    private final long end;

    /**
     * Begins to wait now.
     *
     * @throws IOException when the socket is closed
     */
    public Deadline(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.bytes = socket.getInputStream();
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        long left = (end - System.nanoTime()) / NANOS_PER_MILLI;
        if (left < 1) {
            throw new SocketTimeoutException("no whole answer in time");
        }
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
        return bytes.read(target, from, most);
    }
}
