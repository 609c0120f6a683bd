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
import org.postgresql.jdbc.PgStatement;

/**
 * One connection on which foreign statements run as they are written. Within a transaction that
 * they began, each has a savepoint, so that one that fails does not take the rest along.
 */
final class Session implements AutoCloseable {
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

    private final Database database;
    private final Patience patience;
    private Connection connection;
    private BaseConnection driver;
    private Statement statement;

    Session(Database database, Patience patience) throws SQLException {
        this.database = database;
        this.patience = patience;
        connection = database.connectForScripts();
        driver = connection.unwrap(BaseConnection.class);
        statement = statement(connection);
    }

    private Statement statement(Connection of) throws SQLException {
        of.setNetworkTimeout(
                Runnable::run,
                Math.toIntExact(patience.statement().plus(patience.grace()).toMillis()));
        Statement made = of.createStatement();
        made.setEscapeProcessing(false);
        made.unwrap(PgStatement.class).setQueryTimeoutMs(patience.statement().toMillis());
        // What a query shows is not looked at.
        made.setMaxRows(1);
        return made;
    }

    /** Goes on with another connection, when a statement has taken this one along. */
    void renew() throws SQLException {
        connection.close();
        connection = database.connectForScripts();
        driver = connection.unwrap(BaseConnection.class);
        statement = statement(connection);
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
