package dev.holdfast.probes.wire.transport;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** TLS over a socket that is connected already. */
final class SecureLine {
    private SecureLine() {}

    /**
     * The handshake is done, the chain is trusted and the certificate is for the host (RFC 9110,
     * section 4.3.4).
     *
     * @throws javax.net.ssl.SSLException when not
     */
    static SSLSocket over(Socket socket, Authority authority, Trust trust) throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        trust.context()
                                .getSocketFactory()
                                .createSocket(socket, authority.host(), authority.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        requireNames(secure);
        return secure;
    }

    // The JDK falls back to the common name, as no browser does (RFC 9525, section 2).
    private static void requireNames(SSLSocket secure) throws IOException {
        try {
            boolean named =
                    secure.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                            && shown.getSubjectAlternativeNames() != null;
            if (!named) {
                throw new SSLPeerUnverifiedException("no alternative name");
            }
        } catch (CertificateParsingException broken) {
            throw new SSLPeerUnverifiedException("no alternative name that can be read");
        }
    }
}
