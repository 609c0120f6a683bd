package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpTransportTest {
    private static final String KEY = "not-to-be-shown";
    private static final Duration LONG = Duration.ofSeconds(20);

    private static Call call(String origin, String header) {
        return new Call(
                "GET",
                origin + "/" + KEY,
                "https://h.test/{secret}",
                Map.of("Authorization", header),
                "");
    }

    @Test
    void givesNoKeyToAServerOfItsOwnCertificate(@TempDir Path folder) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        server.createContext(
                "/",
                exchange -> {
                    seen.add(exchange.getRequestURI().toString());
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String origin = "https://localhost:" + server.getAddress().getPort();
            Transport transport = new HttpTransport("1", LONG);
            NoAnswer none = assertThrows(NoAnswer.class, () -> transport.send(call(origin, KEY)));
            assertTrue(none.reason().contains("certificate"), none.reason());
            assertEquals(List.of(), seen);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void quotesNoHeaderThatTheClientRefuses() {
        Transport transport = new HttpTransport("1", LONG);
        Call call = call("http://127.0.0.1:1", KEY + "\r\nX: y");
        NoAnswer none = assertThrows(NoAnswer.class, () -> transport.send(call));
        assertFalse(none.toString().contains(KEY));
        assertNull(none.getCause());
    }

    @Test
    void quotesNoPathWhenNobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Transport transport = new HttpTransport("1", LONG);
        Call call = call("http://127.0.0.1:" + port, KEY);
        NoAnswer none = assertThrows(NoAnswer.class, () -> transport.send(call));
        assertFalse(none.toString().contains(KEY));
    }

    @Test
    void quotesNoPathWhenThereIsNoSuchHost() {
        // RFC 2606: nobody ever has a name under .invalid.
        Call call = call("http://api.holdfast.invalid", KEY);
        NoAnswer none = assertThrows(NoAnswer.class, () -> new HttpTransport("1", LONG).send(call));
        assertTrue(none.reason().contains("no such host"), none.reason());
        assertFalse(none.toString().contains(KEY));
    }

    @Test
    void givesUpOnABodyThatDrips() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread serving = Thread.ofVirtual().start(() -> drip(server, end));
            Call call = call("http://127.0.0.1:" + server.getLocalPort(), KEY);
            Transport transport = new HttpTransport("1", Duration.ofMillis(700));
            NoAnswer none = assertThrows(NoAnswer.class, () -> transport.send(call));
            assertTrue(none.reason().contains("in time"), none.reason());
            end.countDown();
            serving.join();
        }
    }

    private static void drip(ServerSocket server, CountDownLatch end) {
        try (Socket socket = server.accept()) {
            assertTrue(socket.getInputStream().read() >= 0);
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            while (!end.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write(' ');
            }
        } catch (java.io.IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void givesUpOnABodyThatNeverEnds() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread serving = Thread.ofVirtual().start(() -> beginAnAnswer(server, end));
            Transport transport = new HttpTransport("1", Duration.ofMillis(500));
            Call call = call("http://127.0.0.1:" + server.getLocalPort(), KEY);
            NoAnswer none = assertThrows(NoAnswer.class, () -> transport.send(call));
            assertTrue(none.reason().contains("in time"), none.reason());
            end.countDown();
            serving.join();
        }
    }

    private static void beginAnAnswer(ServerSocket server, CountDownLatch end) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            assertTrue(in.read() >= 0);
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"
                                    .getBytes(StandardCharsets.US_ASCII));
            end.await();
        } catch (java.io.IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        String word = "changeit";
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                word)
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().readAllBytes();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, word.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, word.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
