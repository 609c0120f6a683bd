package dev.holdfast.rls.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to the catalogue and their answers, row by row. */
final class Rows {
    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Told {
        void row(Row row) throws SQLException;
    }

    /** One row; columns are counted from 1. */
    record Row(ResultSet row) {

        String text(int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? "" : text;
        }

        boolean isNull(int column) throws SQLException {
            return row.getString(column) == null;
        }

        char letter(int column) throws SQLException {
            String text = text(column);
            return text.isEmpty() ? ' ' : text.charAt(0);
        }

        long number(int column) throws SQLException {
            return row.getLong(column);
        }

        boolean flag(int column) throws SQLException {
            return row.getBoolean(column);
        }

        /** Numbers with commas between them, as {@code array_to_string} writes them. */
        List<Long> numbers(int column) throws SQLException {
            List<Long> numbers = new ArrayList<>();
            for (String each : text(column).split(",", -1)) {
                if (!each.isBlank()) {
                    numbers.add(Long.parseLong(each.strip()));
                }
            }
            return numbers;
        }

        List<Integer> places(int column) throws SQLException {
            return numbers(column).stream().map(Math::toIntExact).toList();
        }

        /** A JSON array of texts is not needed: no such text holds the unit separator. */
        List<String> texts(int column) throws SQLException {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split("\u001f", -1));
        }

        /** What {@link Acls} wrote. */
        List<Grant> grants(int column) throws SQLException {
            return Acls.read(text(column));
        }
    }

    void each(String sql, Told told) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                told.row(new Row(rows));
            }
        }
    }

    /** The first column of the first row. */
    String one(String sql) throws SQLException {
        List<String> first = new ArrayList<>();
        each(sql, row -> first.add(row.text(1)));
        return first.isEmpty() ? "" : first.getFirst();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
