package dev.holdfast.rls.source;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.migration.Applied;
import dev.holdfast.rls.tenancy.SpecExpressions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalogue, and the database behind it while it is open.
 *
 * @param bodies of functions, as node trees
 * @param schemas that the platform shows unless somebody says otherwise
 * @param database where witnesses may be executed
 * @param expressions parses what a tenancy spec says
 * @param writable where commands that write may be tried, in transactions that are rolled back
 * @param applied what became of the migrations, when there were some
 * @param notes what its reader should know
 * @param closing what ends with it
 */
public record Opened(
        Catalog catalog,
        Map<Long, String> bodies,
        List<String> schemas,
        Optional<Database> database,
        SpecExpressions expressions,
        Optional<Connecting> writable,
        Optional<Applied> applied,
        List<String> notes,
        Closing closing)
        implements AutoCloseable {
    public Opened {
        bodies = Map.copyOf(bodies);
        schemas = List.copyOf(schemas);
        notes = List.copyOf(notes);
    }

    /** Makes connections. */
    @FunctionalInterface
    public interface Connecting {
        /** A new connection. */
        Connection connect() throws SQLException;
    }

    /** What is to be done at the end. */
    @FunctionalInterface
    public interface Closing {
        /** Ends it. */
        void close() throws IOException;
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
