package dev.holdfast.rls.proving;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the policies of a table rest on: the functions that they call, and the relations that they
 * read, and the policies and views of these again.
 */
final class Resting {
    private static final Pattern RELATION = Pattern.compile(":relid (\\d+)");
    private static final long FIRST_OF_USERS = 16_384;

    private final Catalog catalog;
    private final Map<Long, String> bodies;
    private final Map<Long, Set<Long>> known = new HashMap<>();

    /**
     * Of a catalogue.
     *
     * @param bodies of functions, as node trees
     */
    Resting(Catalog catalog, Map<Long, String> bodies) {
        this.catalog = catalog;
        this.bodies = Map.copyOf(bodies);
    }

    /** The functions that are none of PostgreSQL's own. */
    List<Function> functions(Relation relation) {
        return oids(relation).stream()
                .map(each -> catalog.functions().get(each))
                .filter(Objects::nonNull)
                .filter(each -> each.extension().isEmpty())
                .toList();
    }

    /** The relations, the table itself first. */
    List<Relation> relations(Relation relation) {
        return oids(relation).stream()
                .map(each -> catalog.relations().get(each))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The relations that the body of a function names, where it was looked into. */
    List<Relation> named(Function function) {
        return RELATION.matcher(bodies.getOrDefault(function.oid(), ""))
                .results()
                .map(each -> catalog.relations().get(Long.parseLong(each.group(1))))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Set<Long> oids(Relation relation) {
        return known.computeIfAbsent(relation.oid(), this::followed);
    }

    private Set<Long> followed(long start) {
        Set<Long> found = new LinkedHashSet<>(Set.of(start));
        Deque<Long> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String tree : trees(open.remove())) {
                Stream.concat(
                                CalledFunctions.of(tree).stream(),
                                RELATION.matcher(tree)
                                        .results()
                                        .map(each -> Long.parseLong(each.group(1))))
                        .filter(each -> each >= FIRST_OF_USERS && found.add(each))
                        .forEach(open::add);
            }
        }
        return found;
    }

    private List<String> trees(long oid) {
        List<String> trees = new ArrayList<>();
        for (Policy each : catalog.policiesOf(oid)) {
            Stream.concat(each.using().stream(), each.check().stream())
                    .map(Stored::tree)
                    .forEach(trees::add);
        }
        catalog.rules().stream()
                .filter(each -> each.view() == oid && each.event() == '1')
                .map(Rule::action)
                .forEach(trees::add);
        String body = bodies.get(oid);
        if (body != null) {
            trees.add(body);
        }
        return trees;
    }
}
