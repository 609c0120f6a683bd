package dev.holdfast.probes.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A TLS service of the JDK with everything allowed that it still knows. It needs a process of its
 * own: what the JDK forbids is forbidden to a whole process.
 */
final class OldTlsServer implements AutoCloseable {
    private static final String ALL = "*";

    private final Process process;
    private final int port;

    private OldTlsServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param suites patterns of the JDK's names
     */
    static OldTlsServer start(Path folder, KeyStore store, List<String> versions, String suites)
            throws IOException, GeneralSecurityException {
        Path keys = folder.resolve("server.p12");
        try (var out = Files.newOutputStream(keys)) {
            store.store(out, "changeit".toCharArray());
        }
        Path properties =
                Files.write(
                        folder.resolve("everything.security"),
                        List.of(
                                "jdk.tls.disabledAlgorithms=",
                                "jdk.certpath.disabledAlgorithms=",
                                "jdk.tls.legacyAlgorithms="));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.security.properties=" + properties,
                                "-cp",
                                System.getProperty("java.class.path"),
                                OldTlsServer.class.getName(),
                                keys.toString(),
                                String.join(",", versions),
                                suites)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        StringBuilder line = new StringBuilder();
        InputStream out = process.getInputStream();
        for (int each = out.read(); each > 0 && each != '\n'; each = out.read()) {
            line.append((char) each);
        }
        if (line.isEmpty()) {
            process.destroyForcibly();
            throw new AssertionError("the server did not start");
        }
        return new OldTlsServer(process, Integer.parseInt(line.toString().strip()));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The server's own process. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            store.load(in, password);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        try (SSLServerSocket server =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            server.setEnabledProtocols(arguments[1].split(",", -1));
            String pattern = arguments[2];
            if (!pattern.equals(ALL)) {
                server.setEnabledCipherSuites(
                        List.of(server.getSupportedCipherSuites()).stream()
                                .filter(each -> each.matches(pattern))
                                .toArray(String[]::new));
            } else {
                server.setEnabledCipherSuites(server.getSupportedCipherSuites());
            }
            System.out.write((server.getLocalPort() + "\n").getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
            while (true) {
                SSLSocket socket = (SSLSocket) server.accept();
                Thread.ofPlatform().daemon().start(() -> shake(socket));
            }
        }
    }

    private static void shake(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
        } catch (IOException ended) {
            // The probe never goes on to the end.
        }
    }
}
