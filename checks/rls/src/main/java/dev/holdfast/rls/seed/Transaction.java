package dev.holdfast.rls.seed;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A transaction that is rolled back, whatever happens in it. A statement that fails takes nothing
 * else along: each runs behind a savepoint.
 */
public final class Transaction implements AutoCloseable {
    private static final int MOST_ROWS = 20_000;

    private final Connection connection;
    private int timeouts;

    /** Begins it on a connection that is given back outside of a transaction. */
    public Transaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /**
     * Bounds what each statement may take, and what a server may that does not answer at all: then
     * the connection is closed, which the server notices itself.
     */
    public void bound(Limits limits) throws SQLException {
        run("SET LOCAL statement_timeout = " + limits.statement().toMillis());
        try {
            run(
                    "SET LOCAL client_connection_check_interval = "
                            + Math.max(1, limits.grace().toMillis() / 3));
        } catch (SQLException notHere) {
            // Some systems cannot see that a connection was closed.
            Failure.requireAnswer(notHere);
        }
        // One message may hold several statements of which each takes its time.
        connection.setNetworkTimeout(
                Runnable::run,
                Math.toIntExact(
                        limits.statement().multipliedBy(2).plus(limits.grace()).toMillis()));
    }

    /** Runs a statement; what it fails with has been undone. */
    public void run(String sql) throws SQLException {
        guarded(sql);
    }

    /** The texts of all rows of a query, {@code NULL} as that word's absence: an empty text. */
    public List<List<String>> rows(String sql) throws SQLException {
        return guarded(sql);
    }

    /** The first column of the first row, or an empty text. */
    public String one(String sql) throws SQLException {
        List<List<String>> rows = rows(sql);
        return rows.isEmpty() ? "" : rows.getFirst().getFirst();
    }

    /** The lines of a COPY … TO STDOUT, which has no savepoint of its own. */
    public List<String> copied(String sql) throws SQLException {
        try {
            StringWriter lines = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, lines);
            return lines.toString().lines().toList();
        } catch (IOException failed) {
            throw new SQLException("nothing is read from the server", failed);
        }
    }

    /**
     * Runs statements in one message, without savepoints of their own: when one fails the rest is
     * not run, and everything since the last mark has to be undone.
     *
     * @return what the last of them that has rows gives
     */
    public List<List<String>> together(List<String> statements) throws SQLException {
        return sent(String.join(";\n", statements));
    }

    /** Sets a mark to which everything can be undone. */
    public void mark(String name) throws SQLException {
        plain("SAVEPOINT " + name);
    }

    /**
     * Undoes everything since the mark, the role and the settings too; the mark is gone. Where the
     * connection has ended, the server has undone it.
     */
    public void undo(String name) throws SQLException {
        if (!isLost()) {
            plain(String.join(";\n", undoing(name)));
        }
    }

    /** The statement that sets a mark, for {@link #together}. */
    public static String marking(String name) {
        return "SAVEPOINT " + name;
    }

    /** The statements that undo, for {@link #together}. */
    public static List<String> undoing(String name) {
        return List.of("ROLLBACK TO SAVEPOINT " + name, "RELEASE SAVEPOINT " + name);
    }

    private void plain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Three statements and one message: the way to the server is what takes the time. */
    private List<List<String>> guarded(String sql) throws SQLException {
        try {
            return sent("SAVEPOINT each;\n" + sql + "\n;RELEASE SAVEPOINT each");
        } catch (SQLException failed) {
            undo("each");
            throw failed;
        }
    }

    private List<List<String>> sent(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(MOST_ROWS);
            List<List<String>> last = List.of();
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    last = read(statement);
                }
                rows = statement.getMoreResults();
            }
            return last;
        } catch (SQLException failed) {
            timeouts += Budget.isOutOfTime(failed) ? 1 : 0;
            throw failed;
        }
    }

    /** How many statements have run out of time. */
    public int timeouts() {
        return timeouts;
    }

    /** Whether a statement without a savepoint failed, so that something has to be undone. */
    public boolean isBroken() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState()
                == TransactionState.FAILED;
    }

    /** Whether the connection has ended, and the transaction with it. */
    public boolean isLost() throws SQLException {
        return connection.isClosed();
    }

    private static List<List<String>> read(Statement statement) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String text = rows.getString(i);
                    row.add(text == null ? "" : text);
                }
                all.add(row);
            }
        }
        return all;
    }

    /** Rolls back. */
    @Override
    public void close() throws SQLException {
        if (!isLost()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
