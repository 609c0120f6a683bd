package dev.holdfast.rls.server.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramsTest {
    @TempDir private Path folder;

    @Test
    void findsTheNewestOfTheMachine() throws IOException {
        programs("old", "postgres (PostgreSQL) 13.20");
        programs("new", "postgres (PostgreSQL) 99.1 (Debian 99.1-1)");

        ServerPrograms found =
                find(Optional.empty(), folder.resolve("old/bin") + ":" + folder.resolve("new/bin"));

        assertEquals(new PostgresVersion(99, 1), found.version());
        assertEquals(folder.resolve("new/share").toRealPath(), found.share().toRealPath());
    }

    @Test
    void takesTheFolderThatWasNamedAndNoOther() throws IOException {
        programs("named", "postgres (PostgreSQL) 16.3");
        programs("new", "postgres (PostgreSQL) 99.1");

        for (String each : List.of("named", "named/bin")) {
            assertEquals(
                    16,
                    find(Optional.of(folder.resolve(each)), folder.resolve("new/bin").toString())
                            .version()
                            .major());
        }
        assertThrows(UserProblem.class, () -> find(Optional.of(folder.resolve("not")), ""));
    }

    @Test
    void takesTheVersionThatWasAskedFor() throws IOException {
        programs("one", "postgres (PostgreSQL) 95.3");
        programs("other", "postgres (PostgreSQL) 99.1");
        String path = folder.resolve("one/bin") + ":" + folder.resolve("other/bin");

        assertEquals(95, find(Optional.of(95), Optional.empty(), path).version().major());
        UserProblem problem =
                assertThrows(
                        UserProblem.class, () -> find(Optional.of(96), Optional.empty(), path));
        assertTrue(problem.what().contains("PostgreSQL 96"), problem.what());
    }

    @Test
    void takesWhatCameWithHoldfastBeforeWhatTheMachineHas() throws IOException {
        programs("17", "postgres (PostgreSQL) 17.11");
        programs("new", "postgres (PostgreSQL) 99.1");
        String path = folder.resolve("new/bin").toString();

        Optional<Shipped> shipped = Shipped.of(folder, 17);
        assertEquals(17, find(Optional.empty(), shipped, path).version().major());
        assertEquals(Optional.empty(), Shipped.of(folder, 18));
        assertEquals(99, find(Optional.empty(), Shipped.of(folder, 18), path).version().major());
        Files.writeString(folder.resolve("18.jar"), "");
        assertEquals(
                Optional.of(new ServerArchive(folder.resolve("18.jar"))), Shipped.of(folder, 18));
    }

    @Test
    void copiesWhatCameWithHoldfastWhereTheServersUserDoesNotGetTo() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        programs("closed/17", "postgres (PostgreSQL) 17.11");
        Files.createSymbolicLink(closed.resolve("17/bin/link"), Path.of("postgres"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        ServerFolder shipped = new ServerFolder(closed.resolve("17"));
        Path open = Files.createTempDirectory("holdfast-programs");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            Account other = new Account(List.of(), Optional.of(Files.getOwner(folder)));
            Path copy = shipped.unpacked(KeptFolders.in(open, other));

            assertTrue(copy.startsWith(open), copy.toString());
            assertTrue(Files.isExecutable(copy.resolve("bin/postgres")));
            assertTrue(Files.isSymbolicLink(copy.resolve("bin/link")));
            assertEquals(copy, shipped.unpacked(KeptFolders.in(open, other)));
        } finally {
            Trees.delete(open);
        }
        Account ourselves = new Account(List.of(), Optional.empty());
        assertEquals(shipped.folder(), shipped.unpacked(KeptFolders.in(folder, ourselves)));
    }

    @Test
    void refusesWhatIsTooOld() throws IOException {
        programs("old", "postgres (PostgreSQL) 14.9");

        UserProblem problem =
                assertThrows(UserProblem.class, () -> find(Optional.of(folder.resolve("old")), ""));

        assertTrue(problem.what().contains("14.9"), problem.what());
    }

    @Test
    void readsVersionsAsTheyArePrinted() {
        assertEquals(
                Optional.of(new PostgresVersion(19, 0)),
                PostgresVersion.in("postgres (PostgreSQL) 19beta1\n"));
        assertEquals(Optional.empty(), PostgresVersion.in("something else 17.2"));
    }

    @Test
    void makesAKeptFolderOnceAndWhole() throws Exception {
        KeptFolders kept = KeptFolders.in(folder, new Account(List.of(), Optional.empty()));
        Callable<Path> making =
                () ->
                        kept.make(
                                "made",
                                empty -> {
                                    Files.writeString(empty.resolve("one"), "1");
                                    Files.writeString(empty.resolve("two"), "2");
                                });
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Path> each : threads.invokeAll(List.of(making, making, making, making))) {
                assertTrue(Files.exists(each.get().resolve("two")));
            }
        }
        assertThrows(
                IOException.class,
                () ->
                        kept.make(
                                "broken",
                                empty -> {
                                    throw new IOException("broken");
                                }));
        try (var left = Files.list(folder.resolve("postgresql"))) {
            assertEquals(List.of("made"), left.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void reachesOnlyFoldersThatOthersMayPass() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Account other = new Account(List.of(), Optional.of(Files.getOwner(folder)));

        assertEquals(false, other.reaches(closed.resolve("below")));
        assertTrue(new Account(List.of(), Optional.empty()).reaches(closed));
    }

    private ServerPrograms find(Optional<Path> named, String path) throws IOException {
        return find(new ServerPrograms.Search(named, Optional.empty(), Optional.empty(), path));
    }

    private ServerPrograms find(Optional<Integer> major, Optional<Shipped> shipped, String path)
            throws IOException {
        return find(new ServerPrograms.Search(Optional.empty(), major, shipped, path));
    }

    private ServerPrograms find(ServerPrograms.Search search) throws IOException {
        return ServerPrograms.find(
                search, KeptFolders.in(folder, new Account(List.of(), Optional.empty())));
    }

    private void programs(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        for (String program : List.of("postgres", "initdb")) {
            Path file = bin.resolve(program);
            Files.writeString(file, "#!/bin/sh\necho '" + version + "'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path share = Files.createDirectories(folder.resolve(name).resolve("share"));
        Files.writeString(share.resolve("postgres.bki"), "");
    }
}
