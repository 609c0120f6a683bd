package dev.holdfast.probes.csp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** victim.test and evil.test on loopback: raw sockets, so that a header may hold any byte. */
final class SinkServer implements AutoCloseable {
    private static final String PASSWORD = "loopback";

    private final SSLServerSocket socket;
    private final Map<Integer, Delivered> pages = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private SinkServer(SSLServerSocket socket) {
        this.socket = socket;
    }

    static SinkServer start(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(certificate(folder.resolve("server.p12")), PASSWORD.toCharArray());
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        SinkServer server = new SinkServer(socket);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    private static KeyStore certificate(Path file)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process =
                new ProcessBuilder(
                                keytool.toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=victim.test",
                                "-ext",
                                "SAN=dns:victim.test,dns:evil.test",
                                "-validity",
                                "30",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    int port() {
        return socket.getLocalPort();
    }

    void put(int id, Delivered policies) {
        pages.put(id, policies);
    }

    void remove(int id) {
        pages.remove(id);
    }

    /** Whether the browser asked for that path of that page. */
    boolean wasAsked(int id, String path) {
        return asked.contains(path + "?n=" + id);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            for (String first = line(in); !first.isEmpty(); first = line(in)) {
                int length = 0;
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                in.skipNBytes(length);
                out.write(answer(first.split(" ", -1)[1]));
                out.flush();
            }
        } catch (IOException gone) {
            // The browser drops connections as it likes.
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private byte[] answer(String target) {
        asked.add(target);
        String path = target.split("\\?", 2)[0];
        int at = target.indexOf("?n=");
        int id = at < 0 ? -1 : Integer.parseInt(target.substring(at + 3));
        return switch (path) {
            case "/page" -> page(id);
            case "/self.js" -> whole("text/javascript", SinkPage.mark("self"), "");
            case "/evil.js" -> whole("text/javascript", SinkPage.mark("evil"), "");
            case "/img.png" ->
                    whole(
                            "image/svg+xml",
                            "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
                            "");
            case "/favicon.ico" -> whole("image/png", "", "");
            default -> whole("text/html", "<title>x</title>", "");
        };
    }

    private byte[] page(int id) {
        Delivered policies = pages.get(id);
        if (policies == null) {
            return whole("text/html", "gone", "");
        }
        StringBuilder headers = new StringBuilder();
        for (String value : policies.headers()) {
            headers.append("Content-Security-Policy: ").append(raw(value)).append("\r\n");
        }
        return whole("text/html; charset=utf-8", SinkPage.html(id, policies), headers.toString());
    }

    // A character for each byte of UTF-8.
    private static String raw(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] whole(String type, String body, String headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + bytes.length
                        + "\r\nCache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\n"
                        + headers
                        + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
