package dev.holdfast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built distribution, run as its users run it. */
final class Distribution {
    static final Path BUILT = Path.of("target", "holdfast").toAbsolutePath();

    private Distribution() {}

    static Path launcher(Path home) {
        return home.resolve("bin").resolve("holdfast");
    }

    /** A copy that a test may break; the times of the files are kept. */
    static Path copyTo(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(BUILT)) {
            for (Path each : all.toList()) {
                Files.copy(
                        each,
                        home.resolve(BUILT.relativize(each)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return home;
    }

    static Run run(Path folder, Map<String, String> environment, Path launcher, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // A test must see the same whatever the terminal or the CI is set to.
        List.of("NO_COLOR", "CI", "HOLDFAST_JAVA_OPTS", "HOLDFAST_FINGERPRINT_KEY")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        FutureTask<String> err = new FutureTask<>(() -> text(process.getErrorStream()));
        Thread.ofVirtual().start(err);
        String out = text(process.getInputStream());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("still running after a minute: " + command);
        }
        try {
            return new Run(process.exitValue(), out, err.get());
        } catch (ExecutionException broken) {
            throw new IOException(broken);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
