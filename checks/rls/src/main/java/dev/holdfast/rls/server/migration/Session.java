package dev.holdfast.rls.server.migration;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.sql.SqlStatement;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * One connection on which foreign statements run as they are written. Within a transaction that
 * they began, each has a savepoint, so that one that fails does not take the rest along.
 */
final class Session implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;
    private static final Set<String> OF_TRANSACTIONS =
            Set.of(
                    "ABORT",
                    "BEGIN",
                    "COMMIT",
                    "END",
                    "PREPARE",
                    "RELEASE",
                    "ROLLBACK",
                    "SAVEPOINT",
                    "START");
    // An index changes nobody's rights, and the stand-ins of extensions have no kinds of index.
    private static final Pattern INDEX_OF_EXTENSION =
            Pattern.compile(
                    "(?is)\\ACREATE\\s+INDEX\\b.{0,2000}?\\bUSING\\s+"
                            + "\"?(hnsw|ivfflat|diskann|rum|pgroonga|bm25|vectors)\"?\\b.*+");

    private final Connection connection;
    private final BaseConnection driver;
    private final Statement statement;

    Session(Database database) throws SQLException {
        connection = database.connectForScripts();
        driver = connection.unwrap(BaseConnection.class);
        statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        statement.setQueryTimeout(LONGEST_SECONDS);
        // What a query shows is not looked at.
        statement.setMaxRows(1);
    }

    int majorVersion() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    boolean isInTransaction() {
        return driver.getTransactionState() != TransactionState.IDLE;
    }

    /** Runs a statement of the script. */
    void run(SqlStatement each) throws SQLException {
        if (!isInTransaction() || OF_TRANSACTIONS.contains(each.command())) {
            send(each);
            return;
        }
        statement.execute("SAVEPOINT holdfast_statement");
        try {
            send(each);
        } catch (SQLException failed) {
            if (!connection.isClosed()) {
                statement.execute("ROLLBACK TO SAVEPOINT holdfast_statement");
            }
            throw failed;
        }
        // The statement may have been one that ends the transaction after all.
        if (isInTransaction()) {
            statement.execute("RELEASE SAVEPOINT holdfast_statement");
        }
    }

    private void send(SqlStatement each) throws SQLException {
        if (each.kind() == SqlStatement.Kind.COPY_IN) {
            try {
                driver.getCopyAPI().copyIn(each.text(), new StringReader(each.data()));
            } catch (IOException lost) {
                throw new SQLException("the data could not be sent", "08006", lost);
            }
        } else if (!INDEX_OF_EXTENSION.matcher(each.text()).matches()) {
            statement.execute(each.text());
        }
    }

    /** Runs a statement of ours. */
    void runOurs(String sql) throws SQLException {
        run(new SqlStatement(SqlStatement.Kind.SQL, sql, "", 1));
    }

    /** Commits what is open. */
    void commit() throws SQLException {
        statement.execute("COMMIT");
    }

    /** Makes the session as new: settings, roles, temporary tables. */
    void reset() throws SQLException {
        statement.execute("DISCARD ALL");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
