package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param row the table that a policy is of; empty in functions
 * @param queries around it, the innermost last
 * @param arguments of the function whose body it is in
 * @param asked the query that a comparison is with
 * @param depth how many functions deep
 */
record Frame(
        Optional<Relation> row,
        List<Query> queries,
        List<Side> arguments,
        Optional<Query> asked,
        int depth) {
    private static final int DEEPEST = 4;

    Frame {
        queries = List.copyOf(queries);
        arguments = List.copyOf(arguments);
    }

    /** A policy of a table. */
    static Frame of(Relation relation) {
        return new Frame(Optional.of(relation), List.of(), List.of(), Optional.empty(), 0);
    }

    Frame in(Query query) {
        List<Query> all = new ArrayList<>(queries);
        all.add(query);
        return new Frame(row, all, arguments, Optional.empty(), depth);
    }

    Frame comparingWith(Query query) {
        return new Frame(row, queries, arguments, Optional.of(query), depth);
    }

    /** So many queries further out. */
    Frame out(int levels) {
        return new Frame(
                row,
                queries.subList(0, queries.size() - levels),
                arguments,
                Optional.empty(),
                depth);
    }

    /** The body of a function. */
    Frame called(List<Side> with) {
        return new Frame(Optional.empty(), List.of(), with, Optional.empty(), depth + 1);
    }

    boolean isTooDeep() {
        return depth >= DEEPEST;
    }
}
