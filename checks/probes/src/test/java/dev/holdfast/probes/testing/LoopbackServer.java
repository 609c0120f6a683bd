package dev.holdfast.probes.testing;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small HTTP server on loopback that adds no header field of its own, Date neither. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Service service;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private LoopbackServer(ServerSocket socket, Service service) {
        this.socket = socket;
        this.service = service;
    }

    /** Starts one. */
    public static LoopbackServer start(Service service) throws IOException {
        LoopbackServer server =
                new LoopbackServer(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), service);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** Its port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** What it was asked so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Asked request = read(new BufferedInputStream(connection.getInputStream()));
            asked.add(request);
            connection.getOutputStream().write(bytes(service.answer(request)));
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            // The caller sees a broken connection.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Fields fields = Fields.NONE;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields = fields.with(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(fields.first("Content-Length").orElse("0"));
        return new Asked(first[0], first[1], fields, new Body(in.readNBytes(length), false));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the caller has gone");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Response response) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " -\r\n");
        for (Field field : response.fields().lines()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        head.append("Content-Length: ").append(response.body().size()).append("\r\n");
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(response.body().bytes());
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
