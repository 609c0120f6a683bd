package dev.holdfast.rls.proving;

import dev.holdfast.rls.access.SearchPath;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in a function's text that a temporary table or type of the session would take: the schema
 * pg_temp is searched before all others for tables and types, unless the path of the function names
 * it (PostgreSQL documentation, 19.11 search_path). Bodies in standard SQL are bound when they are
 * made.
 */
final class Shadowed {
    private static final String NAME = "([\\p{L}_][\\p{L}\\p{N}_$]*+)";
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?:\\b(?:from|join|only|table)\\b|,)\\s*\"?" + NAME + "\"?+(?!\\s*[.(])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?:::|\\bas\\b)\\s*\"?" + NAME + "\"?+(?!\\s*\\.)", Pattern.CASE_INSENSITIVE);
    // Words of SQL, which always mean the type of pg_catalog (sql-keywords-appendix).
    private static final Set<String> WORDS =
            Set.of(
                    "bigint",
                    "bit",
                    "boolean",
                    "char",
                    "character",
                    "dec",
                    "decimal",
                    "double",
                    "float",
                    "int",
                    "integer",
                    "interval",
                    "json",
                    "nchar",
                    "numeric",
                    "real",
                    "smallint",
                    "time",
                    "timestamp",
                    "varchar");

    private Shadowed() {}

    /** The sentence for people, where there are such names. */
    static Optional<String> by(Function function, List<Relation> named, Set<String> types) {
        if (function.body().isPresent() || isSafe(function)) {
            return Optional.empty();
        }
        String source = function.source();
        Set<String> tables = new TreeSet<>();
        Set<String> mentioned = names(TABLE, source);
        named.stream().map(Relation::name).filter(mentioned::contains).forEach(tables::add);
        Set<String> casts = new TreeSet<>();
        names(TYPE, source).stream()
                .filter(each -> types.contains(each) && !WORDS.contains(each))
                .forEach(casts::add);
        List<String> parts = new ArrayList<>();
        if (!tables.isEmpty()) {
            parts.add("table " + String.join(", ", tables));
        }
        if (!casts.isEmpty()) {
            parts.add("type " + String.join(", ", casts));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "nobody creates in the session a temporary "
                                + String.join(" or ", parts)
                                + ", which "
                                + function.fullName()
                                + " would take for its own; no client of PostgREST can");
    }

    private static boolean isSafe(Function function) {
        List<String> path = SearchPath.of(function).schemas().orElse(List.of());
        return !path.isEmpty() && path.getLast().equals("pg_temp");
    }

    private static Set<String> names(Pattern pattern, String source) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(source);
        int from = 0;
        while (matcher.find(from)) {
            names.add(matcher.group(1));
            names.add(matcher.group(1).toLowerCase(Locale.ROOT));
            from = matcher.start() + 1;
        }
        return names;
    }
}
