package dev.holdfast.rls.matrix;

import dev.holdfast.rls.access.Privilege;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a role can do to a relation.
 *
 * @param relation with its schema
 * @param kind of relation, in lower case
 * @param cells one for each of SELECT, INSERT, UPDATE, DELETE and TRUNCATE, in that order
 */
public record Line(String role, String schema, String relation, String kind, List<Cell> cells) {
    public Line {
        cells = List.copyOf(cells);
    }

    /**
     * The cell of a command.
     *
     * @throws IllegalArgumentException when there is none for it
     */
    public Cell cell(Privilege command) {
        return cells.stream()
                .filter(each -> each.command() == command)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column for " + command));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", role);
        map.put("schema", schema);
        map.put("relation", relation);
        map.put("kind", kind);
        map.put("cells", cells.stream().map(Cell::toMap).toList());
        return map;
    }
}
