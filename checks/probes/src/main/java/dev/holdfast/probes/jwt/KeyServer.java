package dev.holdfast.probes.jwt;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers a set of keys on loopback, to a service that is on loopback itself: only so can be seen
 * whether the service asks the address that a token names. Whoever asks may be hostile: he is
 * listened to for a short while and a few bytes, one after the other, and not for ever.
 */
final class KeyServer implements AutoCloseable {
    private static final int PATIENCE = 2_000;
    private static final int MOST_BYTES = 8 * 1024;
    private static final int MOST_CALLERS = 16;
    private static final int WAITING = 4;

    private final ServerSocket socket;
    private final byte[] answer;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Object turn = new Object();
    // Both only while the turn is held: a caller that comes as the server closes is closed, too.
    private Socket caller = new Socket();
    private boolean closed;

    private KeyServer(ServerSocket socket, byte[] answer) {
        this.socket = socket;
        this.answer = answer;
    }

    /** Answers that text as JSON on a free port. */
    static KeyServer open(String keys) throws IOException {
        byte[] body = keys.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: "
                        + body.length
                        + "\r\n\r\n";
        KeyServer server =
                new KeyServer(
                        new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()),
                        (head + keys).getBytes(StandardCharsets.UTF_8));
        // No virtual one, as in docs/decisions/0010-checks-on-platform-threads.md.
        Thread.ofPlatform().daemon().name("keys of a forged token").start(server::serve);
        return server;
    }

    /** Where the keys are. */
    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/keys.json";
    }

    /** Whether anybody has asked. */
    boolean asked() {
        return asked.get();
    }

    private void serve() {
        for (int count = 0; count < MOST_CALLERS && !socket.isClosed(); count++) {
            try (Socket client = socket.accept()) {
                asked.set(true);
                if (take(client)) {
                    answer(client);
                }
            } catch (IOException ended) {
                // It asked, and that is all that counts; a closed socket ends the loop.
            }
        }
    }

    private boolean take(Socket client) {
        synchronized (turn) {
            caller = client;
            return !closed;
        }
    }

    private void answer(Socket client) throws IOException {
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        InputStream in = client.getInputStream();
        int blank = 0;
        for (int count = 0; count < MOST_BYTES && blank < 2; count++) {
            long left = (end - System.nanoTime()) / 1_000_000L;
            if (left <= 0) {
                return;
            }
            client.setSoTimeout(Math.toIntExact(left));
            int next = in.read();
            if (next < 0) {
                return;
            }
            blank = next == '\n' ? blank + 1 : next == '\r' ? blank : 0;
        }
        if (blank == 2) {
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (turn) {
            closed = true;
            caller.close();
        }
        socket.close();
    }
}
