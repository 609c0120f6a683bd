package dev.holdfast.probes.wire.transport;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
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
                                .createSocket(
                                        socket, authority.host(), authority.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
