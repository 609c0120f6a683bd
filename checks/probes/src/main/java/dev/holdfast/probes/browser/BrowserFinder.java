package dev.holdfast.probes.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a Chromium on this machine. */
public final class BrowserFinder {
    private static final List<String> NAMES =
            List.of(
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome");

    private BrowserFinder() {}

    /**
     * The first browser in the folders of a {@code PATH}.
     *
     * @param path as the environment variable has it
     */
    public static Optional<Path> find(String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String name : folder.isEmpty() ? List.<String>of() : NAMES) {
                Optional<Path> found = program(folder, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> program(String folder, String name) {
        try {
            Path program = Path.of(folder, name);
            return Files.isRegularFile(program) && Files.isExecutable(program)
                    ? Optional.of(program)
                    : Optional.empty();
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }
}
