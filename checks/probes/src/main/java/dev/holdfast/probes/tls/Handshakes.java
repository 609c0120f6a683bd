package dev.holdfast.probes.tls;

import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.tls.hello.ClientHello;
import dev.holdfast.probes.tls.hello.ReplyReader;
import dev.holdfast.probes.tls.hello.ServerReply;
import dev.holdfast.probes.tls.hello.Suite;
import dev.holdfast.probes.tls.hello.TlsVersion;
import dev.holdfast.probes.wire.Line;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.transport.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Begins handshakes with a target, each over a connection of its own, and ends them at once. */
final class Handshakes {
    /** How long a whole answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_SILENCES = 3;

    private final Session session;
    private int silences;

    Handshakes(Session session) {
        this.session = session;
    }

    /** What became of a handshake. */
    sealed interface Answer {
        /** The service said something. */
        record Said(ServerReply reply) implements Answer {}

        /** There was no connection. */
        record NoLine(Reply.Unanswered because) implements Answer {}
    }

    /** Says hello with that version and those suites. */
    Answer hello(TlsVersion version, List<Suite> suites) throws InterruptedException {
        if (silences >= MOST_SILENCES) {
            return new Answer.Said(
                    new ServerReply.Unclear(
                            "not asked: " + MOST_SILENCES + " handshakes had no answer in time"));
        }
        return switch (session.wire().connect()) {
            case Line.Shut shut -> new Answer.NoLine(shut.because());
            case Line.Open open -> {
                ServerReply reply = hello(open.socket(), version, suites);
                silences = reply.equals(ReplyReader.LATE) ? silences + 1 : 0;
                yield new Answer.Said(reply);
            }
        };
    }

    /** The certificates that are sent in TLS 1.3. */
    List<X509Certificate> encryptedChain() throws InterruptedException {
        Target target = session.target();
        return switch (session.wire().connect()) {
            case Line.Shut _ -> List.of();
            case Line.Open open -> ShownChain.over(open.socket(), target.host(), target.port());
        };
    }

    private ServerReply hello(Socket socket, TlsVersion version, List<Suite> suites) {
        String host = session.target().host();
        Optional<String> name =
                CertificateNames.literal(host) ? Optional.empty() : Optional.of(host);
        try (socket) {
            socket.getOutputStream()
                    .write(new ClientHello(version, suites, name).bytes(session.random()));
            socket.getOutputStream().flush();
            return new ReplyReader(new Deadline(socket, PATIENCE)).read();
        } catch (IOException reset) {
            return new ServerReply.Refused("it reset the connection");
        }
    }
}
