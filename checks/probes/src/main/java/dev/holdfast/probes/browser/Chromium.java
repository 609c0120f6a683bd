package dev.holdfast.probes.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One headless Chromium with a profile of its own. It can reach nothing by itself: every name is
 * unknown to it and its proxy is a closed port. What it asks for is answered over DevTools, or not
 * at all. It ends, with all its children and its profile, when this is closed and when the JVM
 * ends.
 */
public final class Chromium implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final int MOST_LINES = 1000;
    private static final Duration START = Duration.ofSeconds(40);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final BrowserProcess process;
    private final DevTools devTools;

    private Chromium(BrowserProcess process, DevTools devTools) {
        this.process = process;
        this.devTools = devTools;
    }

    /**
     * Starts a browser and waits until it listens.
     *
     * @throws BrowserProblem when it cannot be started, or does not listen in time
     */
    public static Chromium start(Path program) throws BrowserProblem, InterruptedException {
        BrowserProcess process;
        try {
            process = BrowserProcess.start(program, BrowserFlags.ALWAYS);
        } catch (IOException failed) {
            throw new BrowserProblem("cannot start the browser " + program, failed);
        }
        try {
            return new Chromium(process, DevTools.connect(address(process, program), ANSWER));
        } catch (BrowserProblem | InterruptedException | RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    private static URI address(BrowserProcess process, Path program)
            throws BrowserProblem, InterruptedException {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, address));
        try {
            return address.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new BrowserProblem(
                    "the browser %s did not open its DevTools port".formatted(program), failed);
        }
    }

    // The line comes when the port is open. What follows must be read too, or the browser waits.
    private static void read(BrowserProcess process, CompletableFuture<URI> address) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.errors(), StandardCharsets.UTF_8))) {
            int read = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read++;
                if (!address.isDone() && line.startsWith(LISTENING)) {
                    address.complete(URI.create(line.substring(LISTENING.length()).strip()));
                } else if (!address.isDone() && read > MOST_LINES) {
                    break;
                }
            }
            address.completeExceptionally(new IOException("ended"));
        } catch (IOException | IllegalArgumentException failed) {
            address.completeExceptionally(failed);
        }
    }

    DevTools devTools() {
        return devTools;
    }

    /** What it calls itself, with its version. */
    public String version() throws BrowserProblem, InterruptedException {
        return devTools.call("Browser.getVersion", Map.of()).at("product").text();
    }

    /** The process and all that it started. */
    List<ProcessHandle> processes() {
        return process.all();
    }

    Path profile() {
        return process.profile();
    }

    @Override
    public void close() {
        try {
            process.remember();
            CompletableFuture<Node> bye = devTools.send(null, "Browser.close", Map.of());
            bye.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            process.await(FAREWELL);
        } catch (BrowserProblem | ExecutionException | TimeoutException _) {
            // It is ended below, whether it heard this or not.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            devTools.close();
            process.close();
        }
    }
}
