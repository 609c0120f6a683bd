package dev.holdfast.probes.loopback;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sends over a socket, every path byte for byte.
 *
 * @param callers the header field of each identity
 * @param allowed what may be sent; the rest is refused as a real wire refuses it
 * @param sent what was sent, in order
 */
public record LoopbackWire(
        int port, Map<String, Field> callers, Set<Intent> allowed, List<Request> sent)
        implements Wire {

    /** A wire that allows everything. */
    public static LoopbackWire to(LoopbackServer server, Map<String, Field> callers) {
        return to(server, callers, Set.of(Intent.values()));
    }

    /** A wire that allows some. */
    public static LoopbackWire to(
            LoopbackServer server, Map<String, Field> callers, Set<Intent> allowed) {
        return new LoopbackWire(server.port(), callers, allowed, new CopyOnWriteArrayList<>());
    }

    @Override
    public Reply send(Request request) {
        if (!allowed.contains(request.intent())) {
            return new Reply.Unanswered(
                    Reply.Reason.NOT_ALLOWED,
                    request.method() + " is not sent without the permission to change something");
        }
        Field caller = request.identity().map(callers::get).orElse(null);
        if (caller == null && request.identity().isPresent()) {
            return new Reply.Unanswered(
                    Reply.Reason.NO_SECRET,
                    "the variable of identity " + request.identity().get() + " is not set");
        }
        sent.add(request);
        StringBuilder text =
                new StringBuilder(request.method())
                        .append(' ')
                        .append(request.path())
                        .append(" HTTP/1.1\r\nHost: loopback.test\r\n");
        if (caller != null) {
            text.append(caller.name()).append(": ").append(caller.value()).append("\r\n");
        }
        request.fields()
                .lines()
                .forEach(field ->
                        text.append(field.name())
                                .append(": ")
                                .append(field.value())
                                .append("\r\n"));
        text.append("Content-Length: ").append(request.body().size()).append("\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(request.body().bytes());
            socket.getOutputStream().flush();
            return answered(request, socket.getInputStream());
        } catch (IOException broken) {
            return new Reply.Unanswered(Reply.Reason.NOT_CONNECTED, "no connection");
        }
    }

    private Reply answered(Request request, InputStream in) throws IOException {
        Head head = Head.read(in);
        byte[] body = request.method().equals("HEAD") ? new byte[0] : in.readNBytes(head.length());
        int status = Integer.parseInt(head.first().split(" ", 3)[1]);
        return new Reply.Answered(
                new Exchange(
                        "http://loopback.test" + request.path(),
                        request,
                        new Response(status, head.fields(), new Body(body, false)),
                        Instant.EPOCH));
    }
}
