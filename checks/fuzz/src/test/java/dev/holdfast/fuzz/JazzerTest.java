package dev.holdfast.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jazzer looks for new ways through the parsers, all in one process, for a short time. */
class JazzerTest {
    // More: scripts/fuzz.
    private static final int SECONDS = 20;

    @TempDir private Path folder;

    @Test
    void findsNothingInAShortTime() throws IOException, InterruptedException {
        Path seeds = folder.resolve("seeds");
        Fuzz.seeds(seeds, "");
        Path log = folder.resolve("log");
        List<String> command =
                JazzerCommand.of(
                        System.getProperty("java.class.path"), "", folder, List.of(seeds), SECONDS);
        Process jazzer =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int code = jazzer.waitFor();
        String said = Files.readString(log);
        assertEquals(0, code, said);
        // It did run, and it saw our classes.
        assertTrue(said.contains("DONE"), said);
        assertTrue(said.contains("Instrumented dev.holdfast."), said);
    }
}
