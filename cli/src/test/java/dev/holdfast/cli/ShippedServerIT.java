package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of PostgreSQL in the built distribution. */
class ShippedServerIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void runsMigrationsOnTheServerThatCameWithIt() throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder.resolve("migrations")).resolve("1_all.sql"),
                "create table notes (id uuid primary key); create extension \"uuid-ossp\";");
        Map<String, String> programs =
                Map.of("PATH", "/usr/bin:/bin", "XDG_CACHE_HOME", folder.toString());
        for (Map.Entry<String, String> each :
                Map.of("17", "PostgreSQL 17.", "18", "PostgreSQL 18.").entrySet()) {
            Run run =
                    Distribution.run(
                            folder,
                            programs,
                            Distribution.launcher(Distribution.BUILT),
                            "rls",
                            "test",
                            "--migrations",
                            "migrations",
                            "--postgres",
                            each.getKey());
            assertTrue(run.out().contains("2 of 2 statements"), run.out() + run.err());
            assertTrue(run.out().contains(each.getValue()), run.out() + run.err());
        }
        Path library = Distribution.BUILT.resolve("lib/postgresql");
        assertTrue(Files.readString(library.resolve("LICENSES.txt")).contains("University of"));
        assertFalse(Files.exists(library.resolve("17/lib/postgresql/plperl.so")));
    }
}
