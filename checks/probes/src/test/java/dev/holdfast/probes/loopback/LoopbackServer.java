package dev.holdfast.probes.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers one request a connection and keeps what it was asked; it changes no byte of a path. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<Asked, Given> service;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** Starts to answer. */
    public LoopbackServer(Function<Asked, Given> service) {
        this.service = service;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** What reached it, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            }
        } catch (SocketException _) {
            // Closed by its test.
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            Head head = Head.read(caller.getInputStream());
            byte[] body = caller.getInputStream().readNBytes(head.length());
            String line = head.first();
            int space = line.indexOf(' ');
            Asked one =
                    new Asked(
                            line.substring(0, space),
                            line.substring(space + 1, line.lastIndexOf(' ')),
                            head.fields(),
                            new String(body, StandardCharsets.UTF_8));
            asked.add(one);
            caller.getOutputStream().write(service.apply(one).bytes(one.method()));
            caller.getOutputStream().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
