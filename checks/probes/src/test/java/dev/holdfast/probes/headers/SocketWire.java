package dev.holdfast.probes.headers;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A wire for tests: one raw connection a request to this machine, whatever the address says. It
 * tells the server of the identity and of http by fields of its own.
 */
public final class SocketWire implements Wire {
    private final InetSocketAddress server;
    private final String host;
    private final List<Request> sent = new ArrayList<>();

    /** A wire to that server, which is called {@code https://HOST}. */
    public SocketWire(InetSocketAddress server, String host) {
        this.server = server;
        this.host = host;
    }

    /** What was asked, in its order. */
    public List<Request> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Reply send(Request request) {
        sent.add(request);
        StringBuilder text = new StringBuilder();
        text.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        text.append("Host: ").append(host).append("\r\nConnection: close\r\n");
        text.append("Content-Length: ").append(request.body().size()).append("\r\n");
        request.identity().ifPresent(name -> text.append("X-Identity: " + name + "\r\n"));
        if (request.plain()) {
            text.append("X-Plain: 1\r\n");
        }
        request.fields()
                .lines()
                .forEach(line -> text.append(line.name() + ": " + line.value() + "\r\n"));
        try (Socket socket = new Socket()) {
            socket.connect(server);
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] all = socket.getInputStream().readAllBytes();
            return new Reply.Answered(
                    new Exchange(
                            (request.plain() ? "http://" : "https://") + host + request.path(),
                            request,
                            response(all),
                            Instant.parse("2026-11-29T12:00:00Z")));
        } catch (IOException broken) {
            return new Reply.Unanswered(Reply.Reason.NOT_CONNECTED, "no connection");
        }
    }

    private static Response response(byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n", -1);
        List<Field> fields = new ArrayList<>();
        for (String line : Arrays.asList(head).subList(1, head.length)) {
            int colon = line.indexOf(':');
            fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
        return new Response(
                Integer.parseInt(head[0].split(" ", 3)[1]),
                new Fields(fields),
                new Body(body, false));
    }
}
