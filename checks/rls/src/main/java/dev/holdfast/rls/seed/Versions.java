package dev.holdfast.rls.seed;

import dev.holdfast.rls.catalog.Relation;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a table at one moment, as its owner sees them.
 *
 * @param rows whether a row breaks what is asked, by its place
 */
public record Versions(Map<Place, Boolean> rows) {

    /** As they are now. */
    public static Versions of(Relation relation, String breaks, Transaction transaction)
            throws SQLException {
        return of(transaction.rows(query(relation, breaks)));
    }

    /** Asks for those of a table. */
    private static String query(Relation relation, String breaks) {
        return "SELECT tableoid, ctid, coalesce("
                + breaks
                + ", false) FROM "
                + Quoted.name(relation);
    }

    /** Asks for those only that break what is asked, and for one more. */
    public static String query(Relation relation, String breaks, Place more) {
        return query(relation, breaks) + " WHERE (" + breaks + ") OR (" + more.condition() + ")";
    }

    /** What either of them gives. */
    public static Versions of(List<List<String>> answer) {
        Map<Place, Boolean> rows = new LinkedHashMap<>();
        for (List<String> each : answer) {
            rows.put(new Place(Long.parseLong(each.get(0)), each.get(1)), each.get(2).equals("t"));
        }
        return new Versions(rows);
    }

    /** Whether a row is there and breaks what is asked. */
    public boolean breaks(Place place) {
        return rows.getOrDefault(place, false);
    }

    /** Whether that version of a row is there. */
    public boolean has(Place place) {
        return rows.containsKey(place);
    }

    /** A row that was not there before and breaks what is asked. */
    public Optional<Place> newBreaking(Versions before) {
        return rows.keySet().stream().filter(each -> !before.has(each) && breaks(each)).findFirst();
    }

    /** Whether there is a version that was not there before. */
    public boolean hasNew(Versions before) {
        return rows.keySet().stream().anyMatch(each -> !before.has(each));
    }
}
