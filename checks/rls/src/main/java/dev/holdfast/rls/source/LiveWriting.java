package dev.holdfast.rls.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Begins the transaction in which a live database is written, so that nothing of it remains when it
 * is rolled back, or when its connection ends.
 *
 * <p>Rows go back with the transaction; what a sequence has given does not (PostgreSQL
 * documentation, "Sequence Manipulation Functions"). But {@code ALTER SEQUENCE … RESTART} gives the
 * sequence new storage, which is the transaction's own ("ALTER SEQUENCE", Notes), and what is taken
 * from that goes back with it. It is then set to where it was, for rows that are there.
 */
final class LiveWriting {
    private static final int STATEMENT_SECONDS = 60;
    private static final int LOCK_SECONDS = 10;

    private static final String OURS =
            "c.relkind = 'S' AND c.relpersistence <> 't'"
                    + " AND pg_catalog.pg_has_role(c.relowner, 'USAGE')";

    private static final String KEEP_SEQUENCES =
            """
            DO $holdfast$
            DECLARE
              each record;
              last_one bigint;
              called boolean;
            BEGIN
              FOR each IN
                SELECT c.oid, pg_catalog.format('%%I.%%I', n.nspname, c.relname) AS name
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE %s
              LOOP
                EXECUTE pg_catalog.format('SELECT last_value, is_called FROM %%s', each.name)
                  INTO last_one, called;
                EXECUTE pg_catalog.format('ALTER SEQUENCE %%s RESTART', each.name);
                PERFORM pg_catalog.setval(each.oid::pg_catalog.regclass, last_one, called);
              END LOOP;
            END
            $holdfast$
            """
                    .formatted(OURS);

    private LiveWriting() {}

    /**
     * Begins it.
     *
     * @throws SQLException when the database does not let sequences be kept; the connection is then
     *     closed
     */
    static Connection begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL statement_timeout = '%ds'".formatted(STATEMENT_SECONDS));
            statement.execute("SET LOCAL lock_timeout = '%ds'".formatted(LOCK_SECONDS));
            statement.execute(KEEP_SEQUENCES);
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** How many sequences are not ours to keep. */
    static int sequencesOfOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery(
                                "SELECT pg_catalog.count(*) FROM pg_catalog.pg_class c"
                                        + " WHERE c.relkind = 'S' AND c.relpersistence <> 't'"
                                        + " AND NOT (%s)".formatted(OURS))) {
            return count.next() ? count.getInt(1) : 0;
        }
    }
}
