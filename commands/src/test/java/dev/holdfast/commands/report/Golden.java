package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what a writer is to write. {@code mvn -pl commands -am test -Dgolden=write}
 * writes them anew; what changed is then read in the diff.
 */
final class Golden {
    private static final Path FOLDER =
            Path.of("src/test/resources/dev/holdfast/commands/report/golden");

    private Golden() {}

    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, name);
    }
}
