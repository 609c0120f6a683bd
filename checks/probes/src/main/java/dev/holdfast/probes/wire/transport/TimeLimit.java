package dev.holdfast.probes.wire.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Closes a socket when its time is over. The time that a socket itself keeps is that of one read:
 * whoever sends a byte now and then keeps a handshake waiting for ever.
 */
public final class TimeLimit implements AutoCloseable {
    private final Thread watch;

    /** From now on the socket has so long, until this is closed. */
    public TimeLimit(Socket socket, Duration time) {
        this.watch =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Thread.sleep(time);
                                socket.close();
                            } catch (InterruptedException | IOException over) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
