package dev.holdfast.core.exhibit;

import java.util.List;
import java.util.Map;

/**
 * A table that a check shows beside its results, such as who reaches what. It judges nothing: what
 * is wrong is a result, and a run with nothing but exhibits has looked at nothing.
 *
 * @param title a few words
 * @param caption what the reader sees in it, and what it does not say
 * @param groupHead what the rows are grouped by ({@code relation})
 * @param rowHead what tells the rows of a group apart ({@code role})
 * @param columns the heads of the cells
 * @param rows those of one section together, and in it those of one group
 * @param brief whether it is short enough for a report in text
 * @param counted what a reader calls the cells of each tone when they are counted; empty when their
 *     number says nothing
 */
public record Exhibit(
        String title,
        String caption,
        String groupHead,
        String rowHead,
        List<String> columns,
        List<Row> rows,
        boolean brief,
        Map<Tone, String> counted) {
    /** Of tables that say who gets through. */
    private static final Map<Tone, String> ACCESS =
            Map.of(
                    Tone.OPEN, "open",
                    Tone.AROUND, "with a way around",
                    Tone.LIMITED, "limited",
                    Tone.CLOSED, "closed");

    /** A table of who gets through, which is too large for a report in text. */
    public Exhibit(
            String title,
            String caption,
            String groupHead,
            String rowHead,
            List<String> columns,
            List<Row> rows) {
        this(title, caption, groupHead, rowHead, columns, rows, false, ACCESS);
    }

    /**
     * A table.
     *
     * @throws IllegalArgumentException when a row has not one cell for each column
     */
    public Exhibit {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        counted = Map.copyOf(counted);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.cells().size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /**
     * A row.
     *
     * @param section what is shown together ({@code public}, a schema)
     * @param group what the row is about ({@code public.orders})
     * @param name what tells it from the other rows of the group ({@code anon})
     */
    public record Row(String section, String group, String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param words what is so; they say all that the tone says
     * @param details further sentences
     */
    public record Cell(String words, List<String> details, Tone tone) {
        public Cell {
            details = List.copyOf(details);
        }
    }
}
