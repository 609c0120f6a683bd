package dev.holdfast.rls.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a trial came to.
 *
 * @param cells all that was executed
 * @param seeded tables that took a row of each tenant
 * @param notSeeded the reason by the table, of those that did not
 * @param nobodys tables whose rows belong to nobody by any name that is known
 * @param controlled whether the schema that is broken on purpose was reported, and the closed one
 *     beside it was not; when false nothing of the rest counts
 */
public record Report(
        List<Cell> cells,
        List<String> seeded,
        Map<String, String> notSeeded,
        List<String> nobodys,
        boolean controlled) {
    public Report {
        cells = List.copyOf(cells);
        seeded = List.copyOf(seeded);
        notSeeded = Map.copyOf(new TreeMap<>(notSeeded));
        nobodys = List.copyOf(nobodys);
    }

    /** Of a trial that ended before anything was known. */
    static Report nothing(String why) {
        Cell cell =
                new Cell(
                        "every role",
                        "every session",
                        "every table",
                        "every command",
                        Cell.Outcome.INCONCLUSIVE,
                        why);
        return new Report(List.of(cell), List.of(), Map.of(), List.of(), false);
    }

    /** The cells with an outcome. */
    public List<Cell> with(Cell.Outcome outcome) {
        return cells.stream().filter(each -> each.outcome() == outcome).toList();
    }
}
