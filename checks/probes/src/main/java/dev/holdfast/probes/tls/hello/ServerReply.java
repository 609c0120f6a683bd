package dev.holdfast.probes.tls.hello;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a service says to a ClientHello. */
public sealed interface ServerReply {
    /**
     * It goes on.
     *
     * @param version that it chose, as a number
     * @param suite that it chose
     * @param alpn the protocol that it chose, when it says so in the open
     * @param renegotiation whether it says that renegotiation is secure (RFC 5746)
     * @param certificates its chain, when it is sent in the open (up to TLS 1.2)
     */
    record Accepted(
            int version,
            int suite,
            boolean compressed,
            Optional<String> alpn,
            boolean renegotiation,
            List<X509Certificate> certificates)
            implements ServerReply {
        public Accepted {
            certificates = List.copyOf(certificates);
        }

        /** Whether it chose that version. */
        public boolean is(TlsVersion wanted) {
            return version == wanted.number();
        }
    }

    /** It ends the handshake: with an alert, or by closing the connection. */
    record Refused(String words) implements ServerReply {}

    /** What came is not TLS, or nothing came in time: nobody can say. */
    record Unclear(String words) implements ServerReply {}
}
