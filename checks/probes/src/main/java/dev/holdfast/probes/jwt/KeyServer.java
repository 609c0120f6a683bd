package dev.holdfast.probes.jwt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers a set of keys on loopback, to a service that is on loopback itself: only so can be seen
 * whether the service asks the address that a token names.
 */
final class KeyServer implements AutoCloseable {
    private static final int PATIENCE = 2_000;

    private final ServerSocket socket;
    private final byte[] answer;
    private final AtomicBoolean asked = new AtomicBoolean();

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
                        new ServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                        (head + keys).getBytes(StandardCharsets.UTF_8));
        Thread.ofVirtual().name("keys of a forged token").start(server::serve);
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
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                asked.set(true);
                client.setSoTimeout(PATIENCE);
                answer(client);
            } catch (IOException ended) {
                // It asked, and that is all that counts; a closed socket ends the loop.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                client.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
