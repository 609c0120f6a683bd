package dev.holdfast.rls.source;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.tenancy.SpecExpressions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database that is there already.
 *
 * @param writable whether it may be written, in transactions that are rolled back
 */
public record LiveDatabase(String variable, Dsn dsn, boolean writable) implements CatalogSource {

    @Override
    public String name() {
        return "the database of " + variable;
    }

    @Override
    public Opened open() throws IOException, SQLException {
        try (Connection connection = dsn.connect()) {
            connection.setReadOnly(!writable);
            Catalog catalog = CatalogReader.read(connection);
            List<String> notes = new ArrayList<>();
            Map<Long, String> bodies = bodies(connection, catalog, notes);
            if (writable) {
                noteSequences(connection, notes);
            }
            return new Opened(
                    catalog,
                    bodies,
                    List.of("public"),
                    writable
                            ? new TemporaryView(dsn::connectForScripts)
                            : _ -> new SpecExpressions.Parsed.NotAsked("the database is only read"),
                    writable
                            ? Optional.of(() -> LiveWriting.begin(dsn.connectForScripts()))
                            : Optional.empty(),
                    Optional.empty(),
                    notes,
                    () -> {});
        }
    }

    private Map<Long, String> bodies(Connection connection, Catalog catalog, List<String> notes)
            throws SQLException {
        if (!writable) {
            notes.add(
                    "the database is only read: the bodies of functions that are texts are not"
                            + " looked into, and nothing is executed");
            return FunctionBodies.stored(catalog);
        }
        try {
            return FunctionBodies.read(connection, catalog);
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            notes.add(
                    "the bodies of functions that are texts are not looked into: "
                            + Failure.of(refused).sentence());
            return FunctionBodies.stored(catalog);
        }
    }

    private static void noteSequences(Connection connection, List<String> notes)
            throws SQLException {
        int others = LiveWriting.sequencesOfOthers(connection);
        if (others > 0) {
            notes.add(
                    others
                            + " sequences belong to other roles: a number that a default takes"
                            + " from one of them is not given back");
        }
    }
}
