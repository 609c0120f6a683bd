package dev.holdfast.probes.wire.transport;

import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.address.PinnedSockets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * HTTP/1.1 over a socket of our own: the path reaches the service byte for byte (letters beyond
 * ASCII in UTF-8), dots, slashes and escapes as they are.
 */
public final class RawTransport implements Transport {
    private final Authority authority;
    private final PinnedSockets sockets;
    private final Trust trust;
    private final Patience patience;

    /** A transport to one target. */
    public RawTransport(
            Authority authority, PinnedSockets sockets, Trust trust, Patience patience) {
        this.authority = authority;
        this.sockets = sockets;
        this.trust = trust;
        this.patience = patience;
    }

    @Override
    public Response send(Outgoing request) throws IOException {
        byte[] head = head(request);
        int wait = Math.toIntExact(patience.connect().toMillis());
        try (Socket plain = sockets.connected(wait)) {
            plain.setSoTimeout(Math.toIntExact(patience.call().toMillis()));
            try (Socket socket = authority.secure() ? secure(plain) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(head);
                out.write(request.body().bytes());
                out.flush();
                return new ResponseReader(new Deadline(socket, patience.call()), request.method())
                        .read();
            }
        }
    }

    private Socket secure(Socket plain) throws IOException {
        try (TimeLimit _ = new TimeLimit(plain, patience.call())) {
            return SecureLine.over(plain, authority, trust);
        }
    }

    private byte[] head(Outgoing request) {
        StringBuilder head = new StringBuilder();
        head.append(oneLine(request.method())).append(' ').append(oneLine(request.path()));
        head.append(" HTTP/1.1\r\n");
        line(head, "Host", authority.hostField());
        for (Field field : request.fields().lines()) {
            line(head, field.name(), field.value());
        }
        if (!request.fields().has("Accept-Encoding")) {
            line(head, "Accept-Encoding", "identity");
        }
        boolean sendsBody =
                switch (request.method()) {
                    case "POST", "PUT", "PATCH" -> true;
                    default -> request.body().size() > 0;
                };
        if (sendsBody) {
            line(head, "Content-Length", String.valueOf(request.body().size()));
        }
        line(head, "Connection", "close");
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(oneLine(name)).append(": ").append(oneLine(value)).append("\r\n");
    }

    // A line break would begin a field or a request that nobody has looked at.
    private static String oneLine(String text) {
        if (text.chars().anyMatch(each -> each == '\r' || each == '\n' || each == 0)) {
            throw new IllegalArgumentException("a line break or NUL in a request");
        }
        return text;
    }
}
