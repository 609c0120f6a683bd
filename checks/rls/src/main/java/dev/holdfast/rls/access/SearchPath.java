package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a function sets as its {@code search_path}.
 *
 * @param schemas the schemas in order, or empty when it sets none and takes the caller's
 */
public record SearchPath(Optional<List<String>> schemas) {
    private static final String SETTING = "search_path=";

    public SearchPath {
        schemas = schemas.map(List::copyOf);
    }

    /** The path of a function. */
    public static SearchPath of(Function function) {
        return new SearchPath(
                function.settings().stream()
                        .filter(each -> each.startsWith(SETTING))
                        .findFirst()
                        .map(each -> names(each.substring(SETTING.length()))));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(each -> each.replace("\"", ""))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Whether the caller decides what names mean. */
    public boolean isCallers() {
        return schemas.isEmpty();
    }

    /**
     * Whether a temporary table of the caller comes before the tables meant: {@code pg_temp} is
     * searched first unless the path names it (PostgreSQL documentation, search_path; "Writing
     * SECURITY DEFINER Functions Safely" in sql-createfunction). A path without any schema of the
     * application finds no table by its bare name, so that nothing is there to be shadowed.
     */
    public boolean letsTemporaryFirst() {
        List<String> all = schemas.orElse(List.of());
        boolean bare =
                all.stream()
                        .anyMatch(each -> !each.equals("pg_catalog") && !each.equals("pg_temp"));
        return bare && !all.getLast().equals("pg_temp");
    }

    /** Whether a bare name may mean something of that schema. */
    public boolean sees(String schema) {
        return schemas.isEmpty()
                || schemas.orElseThrow().contains(schema)
                || schemas.orElseThrow().contains("$user");
    }
}
