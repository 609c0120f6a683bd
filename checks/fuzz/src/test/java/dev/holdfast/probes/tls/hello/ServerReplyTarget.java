package dev.holdfast.probes.tls.hello;

import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes as the answer to a ClientHello, in pieces of any length. */
public final class ServerReplyTarget implements Target {
    // A ServerHello of TLS 1.2 with the suite 0xC02F and no extension.
    private static final String HELLO =
            "\26\3\3\0\52\2\0\0\46\3\3" + "0123456789abcdef0123456789abcdef" + "\0\300\57\0\0\0";

    @Override
    public String name() {
        return "tls-reply";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                HELLO.getBytes(StandardCharsets.ISO_8859_1),
                Text.bytes("\25\3\1\0\2\2\50"),
                Text.bytes("HTTP/1.1 400 Bad Request\r\n\r\n"),
                Text.bytes("\26\3\3\0\13\13\0\0\7\0\0\4\0\0\1\60"));
    }

    @Override
    public void run(byte[] input) {
        ServerReply whole = new ReplyReader(new ByteArrayInputStream(input)).read();
        ServerReply pieces = new ReplyReader(new Pieces(input)).read();
        if (!whole.getClass().equals(pieces.getClass())) {
            throw new AssertionError("the pieces of an answer change what it says");
        }
    }
}
