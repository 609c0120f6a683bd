package dev.holdfast.probes.wire.transport;

import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.probes.exchange.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Any bytes as an HTTP/1.1 response: read, or refused, and the same in pieces of any length. */
public final class ResponseTarget implements Target {
    @Override
    public String name() {
        return "http-response";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 404 No\r\nA: b\r\n c\r\n\r\nrest",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=\"y\"\r\nabc\r\n0\r\nT: u\r\n\r\n",
                "HTTP/1.1 204 \r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
    }

    @Override
    public void run(byte[] input) {
        Optional<Response> whole = read(new ByteArrayInputStream(input));
        Optional<Response> pieces = read(new Pieces(input));
        if (!whole.map(ResponseTarget::words).equals(pieces.map(ResponseTarget::words))) {
            throw new AssertionError("the pieces of an answer change what it says");
        }
    }

    private static Optional<Response> read(InputStream bytes) {
        try {
            return Optional.of(new ResponseReader(bytes, "GET").read());
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    private static String words(Response response) {
        return response.status() + " " + response.fields() + " " + response.body().text();
    }
}
