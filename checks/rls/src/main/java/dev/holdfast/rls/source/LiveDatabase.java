package dev.holdfast.rls.source;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.tenancy.SpecExpressions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
            Map<Long, String> bodies =
                    writable
                            ? FunctionBodies.read(connection, catalog)
                            : FunctionBodies.stored(catalog);
            List<String> notes =
                    writable
                            ? List.of()
                            : List.of(
                                    "the database is only read: the bodies of functions that are"
                                            + " texts are not looked into, and nothing is executed");
            return new Opened(
                    catalog,
                    bodies,
                    List.of("public"),
                    Optional.empty(),
                    writable
                            ? new TemporaryView(dsn::connect)
                            : _ -> new SpecExpressions.Parsed.NotAsked("the database is only read"),
                    writable ? Optional.of(dsn::connect) : Optional.empty(),
                    Optional.empty(),
                    notes,
                    () -> {});
        }
    }
}
