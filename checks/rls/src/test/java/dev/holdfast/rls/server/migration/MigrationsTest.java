package dev.holdfast.rls.server.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir private Path root;

    @Test
    void readsSupabaseByNameAndLeavesOutWhatItsToolDoes() throws IOException {
        write("supabase/migrations/20260102_b.sql", "20260101_a.sql", "notes.sql", "3_c.down.sql");

        Migrations read = Migrations.read(root.resolve("supabase/migrations"));

        assertEquals(MigrationLayout.SUPABASE, read.layout());
        assertEquals(List.of("20260101_a.sql", "20260102_b.sql"), names(read));
        assertEquals(List.of("3_c.down.sql", "notes.sql"), read.ignored());
        assertEquals(
                Optional.of(root.resolve("supabase/migrations")), Migrations.usualFolder(root));
    }

    @Test
    void readsPrismaByFolder() throws IOException {
        write("m/2_b/migration.sql", "../1_a/migration.sql");

        Migrations read = Migrations.read(root.resolve("m"));

        assertEquals(MigrationLayout.PRISMA, read.layout());
        assertEquals(List.of("1_a/migration.sql", "2_b/migration.sql"), names(read));
    }

    @Test
    void readsDrizzleInTheOrderOfItsJournal() throws IOException {
        write("drizzle/0000_zoo.sql", "0001_ape.sql", "0002_not_there_yet.sql");
        Files.createDirectories(root.resolve("drizzle/meta"));
        Files.writeString(
                root.resolve("drizzle/meta/_journal.json"),
                "{\"entries\":[{\"idx\":0,\"tag\":\"0001_ape\"},{\"idx\":1,\"tag\":\"0000_zoo\"},"
                        + "{\"idx\":2,\"tag\":\"../../x\"}]}");

        Migrations read = Migrations.read(root.resolve("drizzle"));

        assertEquals(MigrationLayout.DRIZZLE, read.layout());
        assertEquals(List.of("0001_ape.sql", "0000_zoo.sql"), names(read));
        assertEquals(List.of("0002_not_there_yet.sql"), read.ignored());
    }

    @Test
    void readsFlywayByVersion() throws IOException {
        write(
                "m/V10__c.sql",
                "V2__b.sql",
                "V1.2__a.sql",
                "V1_10__a.sql",
                "R__views.sql",
                "U2__b.sql");

        Migrations read = Migrations.read(root.resolve("m"));

        assertEquals(MigrationLayout.FLYWAY, read.layout());
        assertEquals(
                List.of("V1.2__a.sql", "V1_10__a.sql", "V2__b.sql", "V10__c.sql", "R__views.sql"),
                names(read));
        assertEquals(List.of("U2__b.sql"), read.ignored());
    }

    @Test
    void readsWhatGoesUpOfFilesForBothWays() throws IOException {
        write("m/10_b.up.sql", "2_a.up.sql", "2_a.down.sql");

        assertEquals(
                List.of("2_a.up.sql", "10_b.up.sql"), names(Migrations.read(root.resolve("m"))));
    }

    @Test
    void readsWhatGoesUpWithinAFile() throws IOException {
        for (String marks :
                List.of(
                        "-- migrate:up transaction:false|-- migrate:down",
                        "-- +goose Up|-- +goose Down",
                        "-- +migrate Up|-- +migrate Down",
                        "-- Up Migration|-- Down Migration")) {
            String[] mark = marks.split("\\|");
            Path file = root.resolve("m/1_a.sql");
            Files.createDirectories(root.resolve("m"));
            Files.writeString(
                    file, mark[0] + "\ncreate table t ();\r\n" + mark[1] + "\ndrop table t;\n");

            Migrations read = Migrations.read(root.resolve("m"));

            assertEquals(MigrationLayout.UP_SECTIONS, read.layout(), marks);
            assertEquals("\ncreate table t ();", read.files().getFirst().sql().stripTrailing());
        }
    }

    @Test
    void readsPlainFilesByNumber() throws IOException {
        write("m/2_b.sql", "10_c.sql", "1_a.sql");

        Migrations read = Migrations.read(root.resolve("m"));

        assertEquals(MigrationLayout.PLAIN, read.layout());
        assertEquals(List.of("1_a.sql", "2_b.sql", "10_c.sql"), names(read));
    }

    @Test
    void readsNoFileThatALinkOutOfTheFolderNames() throws IOException {
        write("m/1_a.sql");
        Files.writeString(root.resolve("outside.sql"), "select 2;");
        Files.createSymbolicLink(root.resolve("m/2_b.sql"), root.resolve("outside.sql"));
        Files.createSymbolicLink(root.resolve("m/3_c.sql"), Path.of("1_a.sql"));

        Migrations read = Migrations.read(root.resolve("m"));

        assertEquals(List.of("1_a.sql", "3_c.sql"), names(read));
        assertEquals(List.of("2_b.sql"), read.ignored());
    }

    @Test
    void findsTheMigrationsOfTheParts() throws IOException {
        write("apps/web/supabase/migrations/1_a.sql");
        write("services/api/migrations/1_a.sql");
        write("backend/prisma/migrations/1/migration.sql");
        write("node_modules/it/migrations/1_a.sql");
        write("apps/web/src/deep/migrations/1_a.sql");
        Files.createDirectories(root.resolve("packages/none/migrations"));

        assertEquals(
                List.of(
                        root.resolve("apps/web/supabase/migrations"),
                        root.resolve("backend/prisma/migrations"),
                        root.resolve("services/api/migrations")),
                Migrations.foldersOfParts(root));
    }

    @Test
    void refusesAFolderWithoutSql() throws IOException {
        Files.createDirectories(root.resolve("migrations"));

        assertThrows(UserProblem.class, () -> Migrations.read(root.resolve("migrations")));
        assertThrows(UserProblem.class, () -> Migrations.read(root.resolve("nowhere")));
        assertEquals(Optional.empty(), Migrations.usualFolder(root));
    }

    private static List<String> names(Migrations read) {
        return read.files().stream().map(MigrationFile::name).toList();
    }

    private void write(String first, String... others) throws IOException {
        Path path = root.resolve(first);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "select 1;");
        for (String each : others) {
            Path other = path.resolveSibling(each);
            Files.createDirectories(other.getParent());
            Files.writeString(other, "select 1;");
        }
    }
}
