package dev.holdfast.probes.tls;

import dev.holdfast.probes.wire.transport.TimeLimit;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The certificates of a service that has TLS 1.3 alone, where they are encrypted. The JDK shakes
 * hands until it has seen them, and is then told to stop: nothing is ever sent over a connection
 * that nobody has verified.
 */
final class ShownChain {
    private ShownChain() {}

    /** The chain, or none when the handshake did not come so far. The socket is closed. */
    static List<X509Certificate> over(Socket socket, String host, int port) {
        Collector collector = new Collector();
        try (socket;
                TimeLimit _ = new TimeLimit(socket, Handshakes.PATIENCE)) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {collector}, null);
            try (SSLSocket secure =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
                secure.startHandshake();
            }
        } catch (IOException | GeneralSecurityException ended) {
            // As it should: the collector ends the handshake.
        }
        return collector.seen.get();
    }

    private static final class Collector extends X509ExtendedTrustManager {
        private final AtomicReference<List<X509Certificate>> seen =
                new AtomicReference<>(List.of());

        private void collect(X509Certificate[] chain) throws CertificateException {
            seen.set(List.of(chain));
            throw new CertificateException("looked at, and not used");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            collect(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            collect(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            collect(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            collect(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            collect(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            collect(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
