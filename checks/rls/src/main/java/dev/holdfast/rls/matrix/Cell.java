package dev.holdfast.rls.matrix;

import dev.holdfast.rls.access.Privilege;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a role can do to a relation with one command.
 *
 * @param policies the policies that say which rows, where there are some that count
 * @param because the grants that give it, and why policies do not count where they do not
 * @param around the ways around the policies of the relation
 */
public record Cell(
        Privilege command,
        Reach reach,
        List<String> policies,
        List<String> because,
        List<String> around) {
    public Cell {
        policies = List.copyOf(policies);
        because = List.copyOf(because);
        around = List.copyOf(around);
    }

    /** Which rows. */
    public enum Reach {
        /** No grant, or no policy that lets a row pass. */
        NONE("none"),
        /** Those that policies let pass. */
        POLICY("rows by policy"),
        /** All, since the policies ask nothing of the row. */
        UNASKED("all rows by policy"),
        /** Those that a view's query gives. */
        QUERY("rows of the query"),
        /** All. */
        ALL("all rows");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        /** As reports write it. */
        public String words() {
            return words;
        }
    }

    /** Strings and lists of them, for JSON. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("command", command.name());
        map.put("reach", reach.words());
        map.put("policies", policies);
        map.put("because", because);
        map.put("around", around);
        return map;
    }
}
