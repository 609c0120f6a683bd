package dev.holdfast.rls.prove;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done on a throw-away database and seen there.
 *
 * @param session role and settings, one a line
 * @param rows that were there before
 * @param statement that the session ran
 * @param observed in a sentence
 * @param triggersOff whether triggers did not run while the rows were put in
 */
public record Witness(
        List<String> session,
        List<Line> rows,
        String statement,
        String observed,
        boolean triggersOff) {
    public Witness {
        session = List.copyOf(session);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param table with its schema
     * @param columns what is not NULL, as text, in the order of the table
     */
    public record Line(String table, Map<String, String> columns) {
        public Line {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }
}
