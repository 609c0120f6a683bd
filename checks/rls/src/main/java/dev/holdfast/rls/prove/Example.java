package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Relation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model of a question in words of the database: rows that are there, what is written, and what
 * settings are. It may be wrong where something was not looked into, so it is only to be tried.
 *
 * @param stored rows that are there before, the one that is asked for among them
 * @param target the place in {@code stored} of the row that is read, changed or removed
 * @param written what is written
 * @param settings that policies read and that the tenancy spec does not name
 * @param classes what is known of the values of a class, by its number
 * @param user the class of whoever asks
 * @param tenants the class of the whole list of the session's tenants, when something compares it
 * @param elements the classes of the session's tenants, when these are an array
 */
public record Example(
        List<Line> stored,
        Optional<Integer> target,
        Optional<Line> written,
        Map<String, Content> settings,
        Map<Integer, Known> classes,
        int user,
        Optional<Integer> tenants,
        Optional<Set<Integer>> elements) {
    /** The class of a user that nothing is compared with. */
    public static final int NOBODY_ELSE = -1;

    /** One more tenant of the session, of which no row is. */
    public static final int SPARE_TENANT = -2;

    public Example {
        stored = List.copyOf(stored);
        settings = Map.copyOf(settings);
        classes = Map.copyOf(classes);
        elements = elements.map(Set::copyOf);
    }

    /** The same with other settings. */
    public Example with(Map<String, Content> others) {
        return new Example(stored, target, written, others, classes, user, tenants, elements);
    }

    /** The same session with one tenant more. */
    public Example withSpareTenant() {
        Set<Integer> more = new HashSet<>(elements.orElse(Set.of()));
        more.add(SPARE_TENANT);
        return new Example(
                stored, target, written, settings, classes, user, tenants, Optional.of(more));
    }

    /**
     * A row.
     *
     * @param columns what is in it, by the number of the column
     */
    public record Line(Relation relation, Map<Integer, Content> columns) {
        public Line {
            columns = Map.copyOf(columns);
        }

        /** The same with something else in one column. */
        public Line with(int column, Content content) {
            Map<Integer, Content> changed = new LinkedHashMap<>(columns);
            changed.put(column, content);
            return new Line(relation, changed);
        }
    }

    /** What is in a column. */
    public sealed interface Content {
        /** Anything: the question does not speak of it. */
        record Free() implements Content {}

        /** Any value, but no NULL: the question asks for nothing more. */
        record Present() implements Content {}

        /** NULL. */
        record Null() implements Content {}

        /** True or false. */
        record Truth(boolean value) implements Content {}

        /** The same value as all others of the class. */
        record OfClass(int number) implements Content {}

        /** A value that is written down. */
        record Text(String text) implements Content {}
    }

    /**
     * A constant that is of a class.
     *
     * @param kind {@code text}, {@code integer}, {@code uuid}, {@code type …} with the inner form
     *     of the value, or {@code text as …} with what is read as the type
     */
    public record Known(String kind, String text) {}
}
