package dev.holdfast.rls.generate;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.server.sql.SqlScript;
import dev.holdfast.rls.server.sql.SqlStatement;
import dev.holdfast.rls.source.Opened;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** Applies a migration as its user would, statement by statement, and has the outcome judged. */
final class Rehearsal {
    private static final int LONGEST = 300;
    private static final Set<String> FRAME = Set.of("BEGIN", "COMMIT");

    private final Migration migration;
    private final Judgement judgement;

    Rehearsal(Migration migration, Judgement judgement) {
        this.migration = migration;
        this.judgement = judgement;
    }

    /** On a throw-away server, for good. */
    Generated on(Opened.Connecting database, Opened before)
            throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            Optional<String> failed = applied(connection, true);
            if (failed.isPresent()) {
                return judgement.notApplied(migration, failed.get());
            }
        }
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogReader.read(connection);
            Map<Long, String> bodies = FunctionBodies.read(connection, catalog);
            return judgement.of(
                    migration, before, after(before, catalog, bodies, before.writable()));
        }
    }

    /** In a database that may be written, in a transaction that is rolled back. */
    Generated rolledBack(Opened.Connecting database, Opened before)
            throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                Optional<String> failed = applied(connection, false);
                if (failed.isPresent()) {
                    return judgement.notApplied(migration, failed.get());
                }
                Catalog catalog = CatalogReader.readHere(connection);
                // Its last act is to roll back.
                Map<Long, String> bodies = FunctionBodies.read(connection, catalog);
                return judgement.of(
                        migration, before, after(before, catalog, bodies, Optional.empty()));
            } finally {
                if (!connection.isClosed()) {
                    connection.rollback();
                }
            }
        }
    }

    private static Opened after(
            Opened before,
            Catalog catalog,
            Map<Long, String> bodies,
            Optional<Opened.Connecting> database) {
        return new Opened(
                catalog,
                bodies,
                before.schemas(),
                before.expressions(),
                database,
                before.applied(),
                before.notes(),
                () -> {});
    }

    /** What went wrong, if something did. */
    private Optional<String> applied(Connection connection, boolean framed) throws SQLException {
        List<SqlStatement> statements = SqlScript.statements(migration.sql());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (SqlStatement each : statements) {
                if (framed || !FRAME.contains(each.text())) {
                    try {
                        statement.execute(each.text());
                    } catch (SQLException refused) {
                        if (connection.isClosed()) {
                            throw refused;
                        }
                        return Optional.of(
                                "line "
                                        + each.line()
                                        + " of the migration ("
                                        + each.beginning()
                                        + "): "
                                        + words(refused));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Without its details, which quote rows. */
    private static String words(SQLException refused) {
        String text =
                refused instanceof PSQLException of && of.getServerErrorMessage() != null
                        ? of.getServerErrorMessage().getMessage()
                        : refused.getMessage();
        return OneLine.of(String.valueOf(text), LONGEST)
                + " (SQLSTATE "
                + refused.getSQLState()
                + ")";
    }
}
