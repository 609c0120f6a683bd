package dev.holdfast.secrets.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;

/** The system's own archivers, as far as they are installed. */
final class Programs {

    private Programs() {}

    /** Ends the test, and says so, when a program is missing. */
    static void need(String program) {
        boolean there =
                List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            System.out.println("not tried on a real archive: " + program + " is not installed");
        }
        Assumptions.assumeTrue(there, program + " is not installed");
    }

    static byte[] run(Path folder, String... command) throws IOException, InterruptedException {
        return filter(folder, new byte[0], command);
    }

    static byte[] filter(Path folder, byte[] input, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        AtomicReference<IOException> failed = new AtomicReference<>();
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            try (OutputStream out = process.getOutputStream()) {
                                out.write(input);
                            } catch (IOException closed) {
                                failed.set(closed);
                            }
                        });
        byte[] output = process.getInputStream().readAllBytes();
        writer.join();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed", failed.get());
        }
        return output;
    }
}
