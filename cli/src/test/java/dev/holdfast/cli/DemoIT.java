package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo of the built distribution, with the server that came with it. */
class DemoIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void findsEveryPlantedFaultAndMendsTheTables() throws IOException, InterruptedException {
        Run run =
                Distribution.run(
                        folder,
                        Map.of("PATH", "/usr/bin:/bin", "XDG_CACHE_HOME", folder.toString()),
                        Distribution.launcher(Distribution.BUILT),
                        "demo",
                        "--directory",
                        folder.resolve("demo").toString());
        assertEquals(0, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("7 of 7 planted faults found, and nothing else"), run.out());
        assertTrue(run.out().contains("row public.orders id="), run.out());
        assertTrue(run.out().contains("5 of 5 properties of the tables are proved"), run.out());
        String report = Files.readString(folder.resolve("demo/report.html"));
        assertTrue(report.contains("<caption>Who reaches which rows: public</caption>"));
        assertTrue(
                Files.readString(folder.resolve("demo/fix.sql"))
                        .contains("DROP POLICY IF EXISTS \"customers read orders\""));
    }
}
