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

/**
 * A transaction that is rolled back, whatever happens in it. A statement that fails takes nothing
 * else along: each runs behind a savepoint.
 */
public final class Transaction implements AutoCloseable {
    private static final int MOST_ROWS = 20_000;

    private final Connection connection;

    /** Begins it on a connection that is given back outside of a transaction. */
    public Transaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Runs a statement; what it fails with has been undone. */
    public void run(String sql) throws SQLException {
        guarded(sql, false);
    }

    /** The texts of all rows of a query, {@code NULL} as that word's absence: an empty text. */
    public List<List<String>> rows(String sql) throws SQLException {
        return guarded(sql, true);
    }

    /** The first column of the first row, or an empty text. */
    public String one(String sql) throws SQLException {
        List<List<String>> rows = rows(sql);
        return rows.isEmpty() ? "" : rows.getFirst().getFirst();
    }

    /** The lines of a COPY … TO STDOUT. */
    public List<String> copied(String sql) throws SQLException {
        plain("SAVEPOINT each");
        try {
            StringWriter lines = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, lines);
            plain("RELEASE SAVEPOINT each");
            return lines.toString().lines().toList();
        } catch (IOException failed) {
            throw new SQLException("nothing is read from the server", failed);
        } catch (SQLException failed) {
            undo("each");
            throw failed;
        }
    }

    /** Sets a mark to which everything can be undone. */
    public void mark(String name) throws SQLException {
        plain("SAVEPOINT " + name);
    }

    /** Undoes everything since the mark, the role and the settings too; the mark is gone. */
    public void undo(String name) throws SQLException {
        plain("ROLLBACK TO SAVEPOINT " + name);
        plain("RELEASE SAVEPOINT " + name);
    }

    private void plain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<List<String>> guarded(String sql, boolean rows) throws SQLException {
        plain("SAVEPOINT each");
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(MOST_ROWS);
            boolean result = statement.execute(sql);
            List<List<String>> all = rows && result ? read(statement) : List.of();
            plain("RELEASE SAVEPOINT each");
            return all;
        } catch (SQLException failed) {
            undo("each");
            throw failed;
        }
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
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
