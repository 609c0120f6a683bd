package dev.holdfast.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for parsers that read files; it goes with the process. */
public final class Scratch {
    private final Path folder;

    public Scratch() {
        try {
            Path memory = Path.of("/dev/shm");
            folder =
                    Files.isWritable(memory)
                            ? Files.createTempDirectory(memory, "holdfast-fuzz")
                            : Files.createTempDirectory("holdfast-fuzz");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
    }

    /** A file of that name with these bytes. */
    public Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    public Path folder() {
        return folder;
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        } catch (IOException left) {
            System.err.println("left behind: " + folder);
        }
    }
}
