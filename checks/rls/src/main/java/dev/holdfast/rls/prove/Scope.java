package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of an expression stand for where it is evaluated.
 *
 * @param levels the ranges, innermost first
 * @param arguments of the function whose body it is
 * @param subquery the columns of the row that a comparison with a subquery is asked for
 * @param caseValue what the CASE around compares
 * @param role with whose rights tables are read
 * @param user who current_user is, and with whose rights functions run: within a view still whoever
 *     asks (CREATE VIEW, Notes)
 * @param depth how many policies, views and functions stand in one another
 * @param collation by which the body of a function compares its arguments, where it is not the
 *     usual one, or 0: it is the caller's
 */
record Scope(
        List<Map<Integer, Source>> levels,
        List<Item> arguments,
        List<Item> subquery,
        Optional<Item> caseValue,
        Role role,
        Role user,
        int depth,
        long collation) {
    Scope {
        levels = List.copyOf(levels);
        arguments = List.copyOf(arguments);
        subquery = List.copyOf(subquery);
    }

    /** Where a policy or a CHECK of a row is evaluated. */
    static Scope of(Row row, Role role, Role user, int depth) {
        return new Scope(
                List.of(Map.of(1, new Source.OfRow(row))),
                List.of(),
                List.of(),
                Optional.empty(),
                role,
                user,
                depth,
                0);
    }

    /** Where an expression of the tenancy spec is evaluated. */
    static Scope ofSession(Role role) {
        return new Scope(
                List.of(Map.of()), List.of(), List.of(), Optional.empty(), role, role, 0, 0);
    }

    /** The same with arguments. */
    Scope given(List<Item> values) {
        return new Scope(levels, values, subquery, caseValue, role, user, depth, collation);
    }

    /** Where the body of a function is evaluated. */
    Scope body(List<Item> given, Role as, long by) {
        return new Scope(List.of(), given, List.of(), Optional.empty(), as, as, depth + 1, by);
    }

    /** Where what a view selects is evaluated. */
    Scope view(Role as) {
        return new Scope(List.of(), List.of(), List.of(), Optional.empty(), as, user, depth + 1, 0);
    }

    /** One query further in. */
    Scope inside(Map<Integer, Source> range) {
        List<Map<Integer, Source>> more = new ArrayList<>();
        more.add(range);
        more.addAll(levels);
        return new Scope(more, arguments, subquery, caseValue, role, user, depth, collation);
    }

    /** The same with one more entry in the innermost range. */
    Scope with(int table, Source source) {
        Map<Integer, Source> range = new HashMap<>(levels.getFirst());
        range.put(table, source);
        List<Map<Integer, Source>> changed = new ArrayList<>(levels);
        changed.set(0, Map.copyOf(range));
        return new Scope(changed, arguments, subquery, caseValue, role, user, depth, collation);
    }

    /** Where a comparison with a row of a subquery is evaluated. */
    Scope comparing(List<Item> columns) {
        return new Scope(levels, arguments, columns, caseValue, role, user, depth, collation);
    }

    /** Inside of a CASE with a value. */
    Scope choosing(Item value) {
        return new Scope(
                levels, arguments, subquery, Optional.of(value), role, user, depth, collation);
    }
}
