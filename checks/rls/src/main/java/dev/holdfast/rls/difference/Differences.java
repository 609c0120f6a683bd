package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.solve.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All that is not as it was. Pure. */
final class Differences {
    private final Version before;
    private final Version after;
    private final List<String> schemas;
    private final Solver solver;

    Differences(Version before, Version after, List<String> schemas, Solver solver) {
        this.before = before;
        this.after = after;
        this.schemas = List.copyOf(schemas);
        this.solver = solver;
    }

    /**
     * Of some roles.
     *
     * @throws InterruptedException when the run is stopped
     */
    List<Difference> of(Set<String> roles) throws InterruptedException {
        List<Difference> found = new ArrayList<>();
        Rights rights = new Rights(before, after);
        for (String role : roles) {
            Cells cells =
                    new Cells(before, after, role, new RowsAsked(before, after, role, solver));
            List<Difference> beside = new ArrayList<>();
            for (String name : relations()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Optional<Relation> was = relation(before, name);
                Optional<Relation> is = relation(after, name);
                cells.look(was, is);
                if (was.isPresent() && is.isPresent()) {
                    beside.addAll(new Beside(before, after, role).look(was.get(), is.get()));
                }
            }
            found.addAll(cells.found());
            found.addAll(beside);
            found.addAll(new Programs(before, after, role).look());
            found.addAll(rights.of(role));
        }
        for (String name : relations()) {
            relation(before, name)
                    .ifPresent(was ->
                            relation(after, name)
                                    .ifPresent(is -> found.addAll(rights.ofOwner(was, is))));
        }
        return found;
    }

    /** The exposed relations of both, by name. */
    Set<String> relations() {
        Set<String> names = new TreeSet<>();
        for (Version each : List.of(before, after)) {
            each.catalog().allRelations().stream()
                    .filter(it -> schemas.contains(it.schema()))
                    .filter(it -> it.extension().isEmpty())
                    .map(Relation::fullName)
                    .forEach(names::add);
        }
        return names;
    }

    private static Optional<Relation> relation(Version version, String name) {
        return version.catalog().relation(name);
    }
}
