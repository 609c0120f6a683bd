package dev.holdfast.git.history;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.pack.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what a walk came across that is not there or cannot be read: each object once. */
final class Gaps {
    // Git knows the empty tree by its name alone and need not store it.
    private static final Set<String> EMPTY_TREES =
            Set.of(
                    "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                    "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");

    private final ObjectStore store;
    private final ObjectGraph graph;
    private final Reach reach;

    Gaps(ObjectStore store, ObjectGraph graph, Reach reach) {
        this.store = store;
        this.graph = graph;
        this.reach = reach;
    }

    List<Survey.Gap> all() {
        List<Survey.Gap> all = new ArrayList<>();
        if (reach.isCut()) {
            all.add(
                    new Survey.Gap(
                            "the history before the clone's cut",
                            "is not here: the clone is shallow (git fetch --unshallow brings it)"));
        }
        String why =
                store.isPartial()
                        ? "was left out by a partial clone (git fetch --refetch --no-filter brings"
                                + " it)"
                        : "is missing from the repository";
        for (int missing : reach.missing()) {
            String name = graph.missing().name(missing);
            if (!EMPTY_TREES.contains(name)) {
                all.add(new Survey.Gap(name, why));
            }
        }
        reach.broken()
                .forEach((number, reason) ->
                        all.add(new Survey.Gap(store.hex(number), "cannot be read: " + reason)));
        return all;
    }
}
