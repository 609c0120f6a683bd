package dev.holdfast.rls.source;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.migration.Applied;
import dev.holdfast.rls.server.migration.MigrationRun;
import dev.holdfast.rls.server.migration.Migrations;
import dev.holdfast.rls.server.programs.ServerPrograms;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Migrations that are run on a throw-away server.
 *
 * @param shown the folder as its user knows it
 * @param stub the platform, or empty to find it out
 * @param caches where the server's files are kept
 */
public record MigratedDatabase(
        Path folder,
        String shown,
        Optional<StubPack> stub,
        NewTables newTables,
        ServerPrograms.Search programs,
        Path caches)
        implements CatalogSource {

    @Override
    public String name() {
        return "the migrations in " + shown;
    }

    @Override
    public Opened open() throws IOException, SQLException {
        Migrations migrations = Migrations.read(folder);
        ThrowawayServer server = ThrowawayServer.start(programs, caches);
        try {
            return opened(server, migrations);
        } catch (IOException | SQLException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private Opened opened(ThrowawayServer server, Migrations migrations)
            throws IOException, SQLException {
        StubPack pack = stub.orElseGet(() -> StubPack.fitting(migrations));
        Database database = server.database();
        pack.applyTo(database, newTables);
        Applied applied = MigrationRun.of(migrations.files(), database);
        List<String> notes = new ArrayList<>();
        notes.add(
                "%d of %d statements of %s were applied on PostgreSQL %s, platform %s"
                        .formatted(
                                applied.applied(),
                                applied.statements(),
                                shown,
                                server.version(),
                                pack.name().toLowerCase(java.util.Locale.ROOT)));
        if (!applied.assumedRoles().isEmpty()) {
            notes.add(
                    "roles that the migrations name and do not make are taken to be plain ones: "
                            + String.join(", ", applied.assumedRoles()));
        }
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogReader.read(connection);
            Map<Long, String> bodies = FunctionBodies.read(connection, catalog);
            return new Opened(
                    catalog,
                    bodies,
                    pack.exposedSchemas(),
                    Optional.of(database),
                    new TemporaryView(database::connectForScripts),
                    Optional.of(database::connectForScripts),
                    Optional.of(applied),
                    notes,
                    server::close);
        }
    }
}
