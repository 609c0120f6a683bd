package dev.holdfast.probes.wire;

import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Reply.Unanswered;
import dev.holdfast.probes.wire.address.RefusedAddress;
import dev.holdfast.probes.wire.transport.NotHttp;
import dev.holdfast.probes.wire.transport.OddHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Why there was no answer, in words of our own: the messages of libraries quote what was sent, and
 * tell a tired person little.
 */
final class Failures {
    private static final int MOST_CAUSES = 16;

    private final String host;

    Failures(String host) {
        this.host = host;
    }

    Unanswered unanswered(IOException failure) {
        return switch (failure) {
            case RefusedAddress refused ->
                    new Unanswered(Reason.REFUSED_ADDRESS, String.valueOf(refused.getMessage()));
            case UnknownHostException _ ->
                    new Unanswered(
                            Reason.NOT_CONNECTED, "the address of " + host + " was not found");
            case SSLException broken -> new Unanswered(Reason.NOT_TRUSTED, trust(broken));
            case ConnectException _ ->
                    new Unanswered(Reason.NOT_CONNECTED, host + " took no connection");
            case NoRouteToHostException _ ->
                    new Unanswered(Reason.NOT_CONNECTED, "there is no way to " + host);
            case NotHttp none -> new Unanswered(Reason.NOT_HTTP, String.valueOf(none.getMessage()));
            case OddHeader odd -> new Unanswered(Reason.NOT_HTTP, String.valueOf(odd.getMessage()));
            case InterruptedIOException _ ->
                    new Unanswered(Reason.TIMED_OUT, "no whole answer in time");
            case ProtocolException _, EOFException _ ->
                    new Unanswered(Reason.NOT_HTTP, "what came is no whole answer of HTTP");
            default -> other(failure);
        };
    }

    /** Whether nobody said anything: whoever waits for the next may wait as long. */
    static boolean silent(IOException failure) {
        return failure instanceof InterruptedIOException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException;
    }

    private static Unanswered other(IOException failure) {
        // OkHttp says so of a connection that ends within a status line or before it.
        boolean ended = String.valueOf(failure.getMessage()).startsWith("unexpected end of stream");
        return ended
                ? new Unanswered(Reason.NOT_HTTP, "the connection was closed before a whole answer")
                : new Unanswered(Reason.NOT_CONNECTED, "the connection broke off");
    }

    private String trust(SSLException broken) {
        if (broken instanceof SSLPeerUnverifiedException) {
            return wrongName();
        }
        if (cause(broken, CertificateExpiredException.class).isPresent()) {
            return "the certificate of " + host + " has expired";
        }
        if (cause(broken, CertificateNotYetValidException.class).isPresent()) {
            return "the certificate of " + host + " is not valid yet";
        }
        if (cause(broken, CertPathBuilderException.class).isPresent()) {
            return "the certificate of "
                    + host
                    + " is signed by nobody who is trusted; name your own authority under"
                    + " probes.targets.<name>.ca";
        }
        if (cause(broken, CertPathValidatorException.class).isPresent()) {
            return "the certificate chain of " + host + " is not valid";
        }
        Optional<CertificateException> certificate = cause(broken, CertificateException.class);
        if (certificate.isPresent()) {
            String message = String.valueOf(certificate.get().getMessage());
            return message.startsWith("No ") ? wrongName() : "the certificate is not accepted";
        }
        return "the TLS handshake with " + host + " failed";
    }

    private String wrongName() {
        return "the certificate is not for " + host + " but for another name";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable broken, Class<T> kind) {
        @Nullable Throwable each = broken;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            if (kind.isInstance(each)) {
                return Optional.of(kind.cast(each));
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
