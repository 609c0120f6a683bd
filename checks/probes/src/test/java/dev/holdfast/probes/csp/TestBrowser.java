package dev.holdfast.probes.csp;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.json.JsonText;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One headless Chromium that knows two hosts, both on loopback. */
final class TestBrowser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final int SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final Listener listener;
    private final AtomicInteger lastId = new AtomicInteger();

    private TestBrowser(Process process, WebSocket socket, Listener listener) {
        this.process = process;
        this.socket = socket;
        this.listener = listener;
    }

    /** The browser of this machine, when it has one. */
    static Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static TestBrowser start(Path program, Path profile, int port) throws Exception {
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-site-isolation-trials",
                                "--disable-features=IsolateOrigins,site-per-process,"
                                        + "LocalNetworkAccessChecks,Translate",
                                "--disable-renderer-backgrounding",
                                "--disable-background-timer-throttling",
                                "--disable-backgrounding-occluded-windows",
                                "--ignore-certificate-errors",
                                "--host-resolver-rules=MAP victim.test:443 127.0.0.1:"
                                        + port
                                        + ", MAP evil.test:443 127.0.0.1:"
                                        + port
                                        + ", MAP * ~NOTFOUND",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Listener listener = new Listener();
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address(process), listener)
                        .get(SECONDS, TimeUnit.SECONDS);
        return new TestBrowser(process, socket, listener);
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return URI.create(line.substring(LISTENING.length()).strip());
            }
            said.append(line).append('\n');
        }
        throw new IOException("Chromium did not start:\n" + said);
    }

    /** What the browser calls itself. */
    String version() {
        Object product = join(send("", "Browser.getVersion", Map.of())).get("product");
        return String.valueOf(product);
    }

    /** A new tab: the session to talk to it. */
    String tab() {
        String target =
                String.valueOf(
                        join(send("", "Target.createTarget", Map.of("url", "about:blank")))
                                .get("targetId"));
        String session =
                String.valueOf(
                        join(send(
                                        "",
                                        "Target.attachToTarget",
                                        Map.of("targetId", target, "flatten", true)))
                                .get("sessionId"));
        join(send(session, "Page.enable", Map.of()));
        join(send(session, "DOM.enable", Map.of()));
        join(send(session, "CSS.enable", Map.of()));
        return session;
    }

    /** A promise of the next load of that tab. */
    CompletableFuture<Boolean> nextLoad(String session) {
        CompletableFuture<Boolean> load = new CompletableFuture<>();
        listener.loads.put(session, load);
        return load;
    }

    CompletableFuture<Map<String, @Nullable Object>> send(
            String session, String method, Map<String, Object> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<Map<String, @Nullable Object>> answer = new CompletableFuture<>();
        listener.answers.put((long) id, answer);
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("id", id);
        command.put("method", method);
        command.put("params", parameters);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        String text = JsonText.of(command);
        synchronized (socket) {
            socket.sendText(text, true).join();
        }
        return answer;
    }

    static <T> T join(CompletableFuture<T> answer) {
        return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            var _ = send("", "Browser.close", Map.of());
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
            socket.abort();
        }
    }

    private static final class Listener implements WebSocket.Listener {
        private final Map<Long, CompletableFuture<Map<String, @Nullable Object>>> answers =
                new ConcurrentHashMap<>();
        private final Map<String, CompletableFuture<Boolean>> loads = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonReader.object(text.toString()).ifPresent(this::take);
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @SuppressWarnings("unchecked")
        private void take(Map<String, @Nullable Object> message) {
            if (message.get("id") instanceof Long id) {
                CompletableFuture<Map<String, @Nullable Object>> answer = answers.remove(id);
                if (answer != null && message.get("result") instanceof Map<?, ?> result) {
                    answer.complete((Map<String, @Nullable Object>) result);
                } else if (answer != null) {
                    answer.completeExceptionally(
                            new IllegalStateException(String.valueOf(message.get("error"))));
                }
            } else if ("Page.loadEventFired".equals(message.get("method"))
                    && message.get("sessionId") instanceof String session) {
                CompletableFuture<Boolean> load = loads.remove(session);
                if (load != null) {
                    load.complete(true);
                }
            }
        }
    }
}
