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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins handshakes with a target, each over a connection of its own, and ends them at once. */
final class Handshakes {
    /** How long a whole answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_SILENCES = 3;

    /** What only a TLS service says, and only of what it was offered (RFC 8446, section 6.2). */
    private static final Set<String> SAID =
            Set.of(
                    "alert: handshake failure",
                    "alert: protocol version",
                    "alert: insufficient security",
                    "alert: inappropriate fallback");

    private final Session session;
    private int silences;
    private @Nullable Hello control;

    private record Hello(TlsVersion version, List<Suite> suites) {}

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

    /**
     * Says hello with that version and those suites. A refusal without a word counts only when a
     * handshake that went well before goes well again: a limit of connections or a guard in front
     * resets whatever comes.
     */
    Answer hello(TlsVersion version, List<Suite> suites) throws InterruptedException {
        Answer answer = once(version, suites);
        if (control == null && reply(answer) instanceof ServerReply.Accepted) {
            control = new Hello(version, suites);
        }
        return confirmed(answer);
    }

    /** The same, held against a handshake that went well since. */
    Answer confirmed(Answer answer) throws InterruptedException {
        Hello good = control;
        if (good == null
                || !(reply(answer) instanceof ServerReply.Refused refused)
                || SAID.contains(refused.words())) {
            return answer;
        }
        Answer again = once(good.version(), good.suites());
        return reply(again) instanceof ServerReply.Accepted
                ? answer
                : new Answer.Said(
                        new ServerReply.Unclear(
                                refused.words()
                                        + ", and a handshake that went well before did not"
                                        + " after it"));
    }

    private static @Nullable ServerReply reply(Answer answer) {
        return answer instanceof Answer.Said said ? said.reply() : null;
    }

    private Answer once(TlsVersion version, List<Suite> suites) throws InterruptedException {
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
