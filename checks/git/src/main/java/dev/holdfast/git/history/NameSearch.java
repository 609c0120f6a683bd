package dev.holdfast.git.history;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.pack.ObjectStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through the names of a history: paths of files, and references. */
final class NameSearch {
    private static final int NONE = -1;
    private static final Survey.Gap TOO_MANY =
            new Survey.Gap(
                    "the names of files",
                    "were not all looked at: the history has them at too many paths");

    private final ObjectStore store;
    private final ObjectGraph graph;
    private final Reach reach;
    private final Map<Integer, Integer> replacements;
    private final Map<String, Integer> references;
    private final int head;

    /**
     * A search.
     *
     * @param references what each of them names, by full name; negative when it is not there
     * @param head the commit of HEAD, or -1
     */
    NameSearch(
            ObjectStore store,
            ObjectGraph graph,
            Reach reach,
            Map<Integer, Integer> replacements,
            Map<String, Integer> references,
            int head) {
        this.store = store;
        this.graph = graph;
        this.reach = reach;
        this.replacements = Map.copyOf(replacements);
        this.references = new LinkedHashMap<>(references);
        this.head = head;
    }

    /**
     * The names that are asked for.
     *
     * @param paths which of those of files
     * @param others which of those of references
     */
    Survey.Names wanted(Predicate<String> paths, Predicate<String> others) {
        PathWalk walk = walk();
        skip(walk, reach.orderedBefore(), reach.namedByReferencesBefore());
        int known = walk.count();
        Map<String, Integer> found = new LinkedHashMap<>();
        for (int commit : reach.ordered()) {
            walk.from(tree(commit), taking(walk, paths, commit, found));
        }
        for (int other : reach.namedByReferences()) {
            walk.from(other, taking(walk, paths, NONE, found));
        }
        List<Survey.Named> names = new ArrayList<>();
        Set<String> atHead = atHead(found.keySet());
        try (OriginReader reader = new OriginReader(store, reach, replacements)) {
            found.forEach((path, commit) ->
                    names.add(new Survey.Named(reader.of(commit, path), atHead.contains(path))));
        }
        references.forEach((name, object) -> {
            String shown = "ref " + name;
            if (others.test(shown)) {
                names.add(new Survey.Named(origin(shown, object), false));
            }
        });
        return new Survey.Names(
                names,
                walk.count() - known,
                references.size(),
                walk.isWhole() ? List.of() : List.of(TOO_MANY));
    }

    private static PathWalk.Taking taking(
            PathWalk walk, Predicate<String> wanted, int commit, Map<String, Integer> found) {
        return path -> {
            String text = walk.text(path);
            if (wanted.test(text)) {
                found.putIfAbsent(text, commit);
            }
        };
    }

    private PathWalk walk() {
        return new PathWalk(store.size(), graph, replacements);
    }

    private void skip(PathWalk walk, int[] commits, int[] others) {
        for (int commit : commits) {
            walk.from(tree(commit), _ -> {});
        }
        for (int other : others) {
            walk.from(other, _ -> {});
        }
    }

    private Set<String> atHead(Set<String> found) {
        Set<String> atHead = new HashSet<>();
        if (!found.isEmpty()) {
            PathWalk walk = walk();
            Integer replacement = replacements.get(head);
            for (int commit : new int[] {head, replacement == null ? NONE : replacement}) {
                walk.from(tree(commit), path -> atHead.add(walk.text(path)));
            }
            atHead.retainAll(found);
        }
        return atHead;
    }

    /** Git does not say who named a reference so, or when. */
    private Survey.Origin origin(String shown, int object) {
        int commit = reach.commitOf(object);
        return new Survey.Origin(commit < 0 ? "" : store.hex(commit), "", "", shown);
    }

    private int tree(int commit) {
        int[] named = commit < 0 ? new int[0] : graph.named(commit);
        return named.length == 0 ? NONE : named[0];
    }
}
