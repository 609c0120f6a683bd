package dev.holdfast.probes.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process of a browser and the folder of its profile, which go together. */
final class BrowserProcess implements AutoCloseable {
    // A secret of the policy is in the environment; a browser has no business with it.
    private static final Set<String> KEPT = Set.of("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final Duration DEATH = Duration.ofSeconds(5);
    private static final int TRIES = 20;

    private final Process process;
    private final Path profile;
    private final Thread atExit;
    private final Set<ProcessHandle> known = ConcurrentHashMap.newKeySet();

    private BrowserProcess(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
        this.atExit = new Thread(this::end, "end of the browser");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static BrowserProcess start(Path program, List<String> flags) throws IOException {
        Path profile = Files.createTempDirectory("holdfast-browser");
        try {
            List<String> command = new ArrayList<>();
            command.add(program.toString());
            command.addAll(flags);
            if (root(profile)) {
                // The kernel's user namespaces, which the sandbox needs, are not for root.
                command.add("--no-sandbox");
            }
            command.add("--user-data-dir=" + profile);
            command.add("about:blank");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(profile.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(KEPT);
            environment.put("HOME", profile.toString());
            return new BrowserProcess(builder.start(), profile);
        } catch (IOException | RuntimeException failed) {
            delete(profile);
            throw failed;
        }
    }

    private static boolean root(Path owned) throws IOException {
        return owned.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(owned, "unix:uid") instanceof Integer user
                && user == 0;
    }

    InputStream errors() {
        return process.getErrorStream();
    }

    Path profile() {
        return profile;
    }

    List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /** Notes the children, who are not to be found any more when the parent is gone. */
    void remember() {
        known.addAll(all());
    }

    void await(Duration most) throws InterruptedException {
        process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException already) {
            // The JVM is on its way out, and this has been done.
        }
    }

    private void end() {
        // The children first: those of a process that is gone belong to nobody.
        known.addAll(all());
        known.stream()
                .filter(handle -> !handle.equals(process.toHandle()))
                .forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        delete(profile);
    }

    // A child that dies may write a last file, so that a folder is not empty when its turn comes.
    private static void delete(Path folder) {
        for (int i = 0; i < TRIES && Files.exists(folder); i++) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException again) {
                Thread.onSpinWait();
            }
        }
    }
}
