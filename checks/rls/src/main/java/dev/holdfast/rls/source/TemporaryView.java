package dev.holdfast.rls.source;

import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.tenancy.SpecExpressions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Has the server make a temporary view of an expression, whose node tree the catalogue keeps
 * (pg_rewrite.ev_action), and rolls it back. Nothing is evaluated.
 */
public record TemporaryView(Opened.Connecting connecting) implements SpecExpressions {

    @Override
    public Parsed parse(String sql) throws SQLException {
        if (sql.contains(";")) {
            // The driver would send what stands behind it as a statement of its own.
            return new Parsed.Refused("it is more than one expression");
        }
        try (Connection connection = connecting.connect()) {
            connection.setAutoCommit(false);
            try {
                return within(connection, sql);
            } finally {
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private static Parsed within(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(
                    "CREATE TEMPORARY VIEW holdfast_spec AS SELECT (" + sql + "\n) AS it");
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT ev_action::text FROM pg_catalog.pg_rewrite"
                                    + " WHERE ev_class = 'pg_temp.holdfast_spec'::regclass")) {
                return rows.next()
                        ? new Parsed.Query(rows.getString(1))
                        : new Parsed.Refused("it has no node tree");
            }
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return new Parsed.Refused(Failure.ofParsing(refused).sentence());
        }
    }
}
