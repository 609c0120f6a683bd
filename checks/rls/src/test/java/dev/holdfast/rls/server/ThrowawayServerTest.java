package dev.holdfast.rls.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrowawayServerTest {
    private static final List<String> WAYS_OUT =
            List.of(
                    "GRANT pg_execute_server_program TO postgres",
                    "GRANT pg_read_server_files TO postgres",
                    "GRANT pg_write_server_files TO postgres",
                    "COPY way_out FROM PROGRAM 'id'",
                    "COPY way_out FROM '/etc/passwd'",
                    "COPY way_out TO '/tmp/way_out'",
                    "SELECT pg_read_file('/etc/passwd')",
                    "SELECT lo_import('/etc/passwd')",
                    "SELECT lo_export(1, '/tmp/way_out')",
                    "ALTER SYSTEM SET archive_command = 'id'",
                    "ALTER ROLE postgres SUPERUSER",
                    "SET SESSION AUTHORIZATION holdfast_superuser",
                    "SET ROLE holdfast_superuser",
                    "ALTER ROLE holdfast_superuser NOLOGIN",
                    "GRANT holdfast_superuser TO postgres",
                    "LOAD 'pgcrypto'",
                    "CREATE EXTENSION plpython3u",
                    "CREATE EXTENSION plperlu",
                    "CREATE EXTENSION file_fdw",
                    "CREATE EXTENSION adminpack",
                    "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc.so.6', 'getpid'",
                    "CREATE FUNCTION f(cstring) RETURNS int LANGUAGE internal AS 'int4in'",
                    "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p",
                    "CREATE TABLESPACE t LOCATION '/tmp'");

    @ParameterizedTest
    @EnumSource
    void hasTheOwnerFindNoWayOut(Servers each) throws Exception {
        try (ThrowawayServer server = each.start();
                Connection connection = server.database().connectForScripts();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE way_out (line text)");
            List<String> taken = new ArrayList<>();
            for (String way : WAYS_OUT) {
                try {
                    statement.execute(way);
                    taken.add(way);
                } catch (SQLException refused) {
                    assertFalse(connection.isClosed(), way);
                }
            }
            assertEquals(List.of(), taken);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAsAnOwnerWhoIsNoSuperuser(Servers each) throws Exception {
        try (ThrowawayServer server = each.start()) {
            assertEquals("postgres", value(server.database(), "SELECT current_user"));
            assertEquals("off", value(server.database(), "SELECT current_setting('is_superuser')"));
            assertEquals(
                    server.version().toString(),
                    value(server.database(), "SHOW server_version").split(" ")[0]);
        }
    }

    @Test
    void listensOnNoNetworkAndShowsItsFilesToNobody() throws Exception {
        try (ThrowawayServer server = Servers.ARCHIVE_17.start()) {
            assertEquals("", value(server.database(), "SHOW listen_addresses"));
            for (Path each : List.of(server.folder().data(), server.folder().sockets())) {
                assertEquals(
                        "rwx------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
    }

    @Test
    void isGoneWithItsFilesWhenClosed() throws Exception {
        ThrowawayServer server = Servers.ARCHIVE_17.start();
        Database database = server.database();
        server.close();

        assertFalse(Files.exists(server.folder().path()));
        assertThrows(SQLException.class, database::connect);
    }

    @Test
    void isGoneWithItsFilesWhenItsProcessIsKilled() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Left.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Path folder = Path.of(process.inputReader().readLine());
        assertTrue(Files.exists(folder));
        long postmaster =
                Long.parseLong(
                        Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        // The shell that deletes the folder is among them, and ends last.
        List<ProcessHandle> others = process.descendants().toList();
        process.destroyForcibly();
        for (ProcessHandle each : others) {
            each.onExit().get(30, TimeUnit.SECONDS);
        }

        assertFalse(Files.exists(folder));
        assertTrue(ProcessHandle.of(postmaster).isEmpty());
    }

    @Test
    void sweepsFoldersThatNobodyHoldsAndNoOthers(@TempDir Path place) throws Exception {
        Path left = Files.createDirectory(place.resolve("holdfast-postgresql-1"));
        Path held = Files.createDirectory(place.resolve("holdfast-postgresql-2"));
        Path begun = Files.createDirectory(place.resolve("holdfast-postgresql-3"));
        Path other = Files.createDirectory(place.resolve("somebody-elses"));
        Files.createFile(other.resolve("lock"));
        Leftovers.hold(left).close();
        // Of a process that is gone; one's own folders are never swept.
        Files.writeString(left.resolve("process"), "0");
        try (FileChannel hold = Leftovers.hold(held)) {
            assertTrue(hold.isOpen());
            Leftovers.sweep(place, Files.getOwner(place));
        }

        assertFalse(Files.exists(left));
        for (Path each : List.of(held, begun, other)) {
            assertTrue(Files.exists(each));
        }
    }

    @Test
    void copiesADatabase() throws Exception {
        try (ThrowawayServer server = Servers.MACHINE.start()) {
            try (Connection connection = server.database().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t AS SELECT 7 AS a");
            }
            Database copy = server.copy(server.database());

            assertEquals("7", value(copy, "SELECT a FROM t"));
            assertEquals("7", value(server.copy(copy), "SELECT a FROM t"));
        }
    }

    @Test
    void letsTheOwnerSwitchTriggersOffForItsSession() throws Exception {
        try (ThrowawayServer server = Servers.MACHINE.start();
                Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            try (ResultSet row = statement.executeQuery("SHOW session_replication_role")) {
                row.next();
                assertEquals("replica", row.getString(1));
            }
        }
    }

    /** Starts a server and leaves it to its fate. */
    static final class Left {
        private Left() {}

        public static void main(String[] none) throws IOException {
            ThrowawayServer server = Servers.ARCHIVE_17.start();
            System.out.println(server.folder().path());
            // Nothing comes: whoever waits for us ends us.
            int end = System.in.read();
            server.close();
            System.exit(end);
        }
    }

    private static String value(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void holdsItsFolderWhenTheSameProcessStartsAnother() throws Exception {
        try (ThrowawayServer first = Servers.ARCHIVE_17.start();
                ThrowawayServer second = Servers.ARCHIVE_17.start()) {
            for (ThrowawayServer each : List.of(first, second)) {
                Object inode = Files.getAttribute(each.folder().path().resolve("lock"), "unix:ino");
                assertTrue(
                        Files.readString(Path.of("/proc/locks")).contains(":" + inode + " "),
                        "the operating system knows of the lock");
            }
        }
    }
}
