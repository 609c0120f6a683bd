package dev.holdfast.probes.tls.hello;

import dev.holdfast.probes.tls.hello.ServerReply.Accepted;
import dev.holdfast.probes.tls.hello.ServerReply.Refused;
import dev.holdfast.probes.tls.hello.ServerReply.Unclear;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a service answers to a ClientHello, up to its certificate. */
public final class ReplyReader {
    /** Nothing whole came before the time was over. */
    public static final ServerReply LATE = new Unclear("nothing came in time");

    private static final int MOST_RECORDS = 256;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int MOST_RECORD = (1 << 14) + 2048;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int HEADER = 4;

    private final DataInputStream input;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int read;
    private int records;
    private @Nullable Accepted accepted;

    /** A reader of what comes from there. */
    public ReplyReader(InputStream bytes) {
        this.input = new DataInputStream(bytes);
    }

    /** What the service said. */
    public ServerReply read() {
        try {
            while (true) {
                ServerReply reply = record();
                if (reply != null) {
                    return reply;
                }
            }
        } catch (SocketTimeoutException late) {
            return settled(LATE);
        } catch (EOFException closed) {
            return settled(
                    read == 0
                            ? new Refused("it closed the connection")
                            : new Unclear("the handshake broke off"));
        } catch (IOException reset) {
            return settled(
                    read == 0
                            ? new Refused("it reset the connection")
                            : new Unclear("the handshake broke off"));
        } catch (Cursor.EndsEarly broken) {
            return settled(new Unclear("a message of the handshake ends too early"));
        }
    }

    // What was said before still holds.
    private ServerReply settled(ServerReply otherwise) {
        return accepted == null ? otherwise : accepted;
    }

    private @Nullable ServerReply record() throws IOException, Cursor.EndsEarly {
        int type = input.readUnsignedByte();
        int version = input.readUnsignedShort();
        int length = input.readUnsignedShort();
        if (type != ALERT && type != HANDSHAKE && accepted != null) {
            return accepted;
        }
        if ((type != ALERT && type != HANDSHAKE)
                || version >> Byte.SIZE != 3
                || length > MOST_RECORD
                || read + length > MOST_BYTES
                || ++records > MOST_RECORDS) {
            return settled(new Unclear("what came is not TLS"));
        }
        byte[] body = new byte[length];
        input.readFully(body);
        read += length;
        if (type == ALERT) {
            return settled(alert(body));
        }
        pending.writeBytes(body);
        return messages();
    }

    private static ServerReply alert(byte[] body) throws Cursor.EndsEarly {
        Cursor cursor = new Cursor(body);
        cursor.number(1);
        int description = cursor.number(1);
        String words =
                switch (description) {
                    case 40 -> "handshake failure";
                    case 70 -> "protocol version";
                    case 71 -> "insufficient security";
                    case 80 -> "internal error";
                    case 86 -> "inappropriate fallback";
                    case 112 -> "unrecognised name";
                    default -> String.valueOf(description);
                };
        // RFC 6066: the name is not known here; that says nothing of versions and suites.
        return description == 112 ? new Unclear("alert: " + words) : new Refused("alert: " + words);
    }

    private @Nullable ServerReply messages() throws Cursor.EndsEarly {
        byte[] all = pending.toByteArray();
        int at = 0;
        while (all.length - at >= HEADER) {
            Cursor head = new Cursor(java.util.Arrays.copyOfRange(all, at, all.length));
            int type = head.number(1);
            int length = head.number(3);
            if (length > MOST_BYTES) {
                return settled(new Unclear("what came is not TLS"));
            }
            if (all.length - at - HEADER < length) {
                break;
            }
            ServerReply reply = message(type, new Cursor(head.raw(length)));
            if (reply != null) {
                return reply;
            }
            at += HEADER + length;
        }
        pending.reset();
        pending.write(all, at, all.length - at);
        return null;
    }

    private @Nullable ServerReply message(int type, Cursor body) throws Cursor.EndsEarly {
        Accepted hello = accepted;
        if (hello == null) {
            if (type != SERVER_HELLO) {
                return new Unclear("what came is no ServerHello");
            }
            Accepted now = hello(body);
            accepted = now;
            // What follows in TLS 1.3 is encrypted.
            return now.is(TlsVersion.TLS_1_3) ? now : null;
        }
        if (type == CERTIFICATE) {
            return new Accepted(
                    hello.version(),
                    hello.suite(),
                    hello.compressed(),
                    hello.alpn(),
                    hello.renegotiation(),
                    certificates(body));
        }
        return type == SERVER_HELLO_DONE ? hello : null;
    }

    private static Accepted hello(Cursor body) throws Cursor.EndsEarly {
        int version = body.number(2);
        body.raw(32);
        body.vector(1);
        int suite = body.number(2);
        boolean compressed = body.number(1) != 0;
        Optional<String> alpn = Optional.empty();
        boolean renegotiation = false;
        Cursor extensions = body.more() ? body.vector(2) : new Cursor(new byte[0]);
        while (extensions.more()) {
            int type = extensions.number(2);
            Cursor contents = extensions.vector(2);
            switch (type) {
                case 0x002B -> version = contents.number(2);
                case 0x0010 -> alpn = Optional.of(alpn(contents));
                case 0xFF01 -> renegotiation = true;
                default -> {}
            }
        }
        return new Accepted(version, suite, compressed, alpn, renegotiation, List.of());
    }

    private static String alpn(Cursor contents) throws Cursor.EndsEarly {
        Cursor name = contents.vector(2);
        int length = name.number(1);
        return new String(name.raw(length), StandardCharsets.US_ASCII);
    }

    private static List<X509Certificate> certificates(Cursor body) throws Cursor.EndsEarly {
        List<X509Certificate> chain = new ArrayList<>();
        Cursor list = body.vector(3);
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (list.more()) {
                byte[] encoded = list.raw(list.number(3));
                if (factory.generateCertificate(new ByteArrayInputStream(encoded))
                        instanceof X509Certificate certificate) {
                    chain.add(certificate);
                }
            }
        } catch (CertificateException broken) {
            return chain;
        }
        return chain;
    }
}
