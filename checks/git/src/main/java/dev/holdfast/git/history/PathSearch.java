package dev.holdfast.git.history;

import dev.holdfast.git.pack.IntStack;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.ObjectType;
import dev.holdfast.git.pack.StoreWalk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks through every path of a few contents for the oldest one that is meant. The walk that finds
 * contents keeps only the first path of each; this one costs more, and is for the few of which that
 * is not enough.
 */
final class PathSearch {
    // Trees in trees can make more paths than there are bytes in the world.
    private static final int MOST_STEPS = 1 << 19;
    private static final long MOST_CHARACTERS = 32 << 20;

    private final ObjectStore store;
    private final ObjectGraph graph;
    private final Reach reach;
    private final Map<Integer, Integer> replacements;
    private final Predicate<String> meant;
    private final BitSet open;
    private final BitSet seen = new BitSet();
    private final Map<Integer, Place> found = new HashMap<>();
    private final Set<Long> visited = new HashSet<>();
    private final Map<Long, Integer> below = new HashMap<>();
    private final List<String> paths = new ArrayList<>(List.of(""));
    private final IntStack waiting = new IntStack();
    private long characters;

    /**
     * Where a content lies.
     *
     * @param commit the oldest that has it there; -1 when a reference names it, or a tree above
     */
    record Place(int commit, String path) {}

    PathSearch(
            ObjectStore store,
            ObjectGraph graph,
            Reach reach,
            Map<Integer, Integer> replacements,
            BitSet wanted,
            Predicate<String> meant) {
        this.store = store;
        this.graph = graph;
        this.reach = reach;
        this.replacements = Map.copyOf(replacements);
        this.open = (BitSet) wanted.clone();
        this.meant = meant;
    }

    /** The oldest place of each content at a path that is meant. */
    Map<Integer, Place> run() throws InterruptedException {
        BitSet leading = leading();
        NamedEntries names = new NamedEntries(store, leading);
        BitSet read = new BitSet();
        leading.stream().filter(each -> graph.kind(each) == ObjectType.TREE).forEach(read::set);
        new StoreWalk(store, store.select(read), 1).run(() -> names);
        for (int commit : reach.ordered()) {
            walk(tree(commit), commit, leading, names);
        }
        for (int other : reach.namedByReferences()) {
            walk(other, -1, leading, names);
        }
        return found;
    }

    private BitSet leading() {
        LeadingTrees trees = new LeadingTrees(graph, replacements, reach.reached(), open);
        do {
            for (int commit : reach.ordered()) {
                trees.from(tree(commit));
            }
            for (int other : reach.namedByReferences()) {
                trees.from(other);
            }
        } while (trees.isToBeAsked());
        return trees.found();
    }

    /**
     * Contents of which it is not known whether they lie at a path that is meant: there were more
     * paths than are looked at, or the way to them leads over what is missing and replaced.
     */
    BitSet undecided() {
        BitSet undecided = (BitSet) open.clone();
        boolean overMissing = replacements.keySet().stream().anyMatch(each -> each < 0);
        if (!isGivenUp() && !overMissing) {
            undecided.andNot(seen);
        }
        return undecided;
    }

    private boolean isGivenUp() {
        return visited.size() >= MOST_STEPS || characters >= MOST_CHARACTERS;
    }

    private int tree(int commit) {
        int[] named = graph.named(commit);
        return named.length == 0 ? -1 : named[0];
    }

    private void walk(int root, int commit, BitSet leading, NamedEntries names) {
        visit(root, 0, leading);
        while (!waiting.isEmpty()) {
            int path = waiting.pop();
            int number = waiting.pop();
            seen.set(number);
            if (open.get(number) && meant.test(paths.get(path))) {
                found.put(number, new Place(commit, paths.get(path)));
                open.clear(number);
            }
            int[] entries = names.of(number);
            for (int i = entries.length - 2; i >= 0; i -= 2) {
                visit(entries[i], path(path, entries[i + 1], names), leading);
            }
            visit(replacements.getOrDefault(number, -1), path, leading);
        }
    }

    /** The same tree at the same path holds the same, whichever commit it is of. */
    private void visit(int number, int path, BitSet leading) {
        if (number >= 0
                && leading.get(number)
                && !open.isEmpty()
                && !isGivenUp()
                && visited.add(((long) number << Integer.SIZE) | path)) {
            waiting.push(number);
            waiting.push(path);
        }
    }

    private int path(int folder, int name, NamedEntries names) {
        return below.computeIfAbsent(
                ((long) folder << Integer.SIZE) | name,
                _ -> {
                    String start = paths.get(folder);
                    String each = names.name(name);
                    paths.add(start.isEmpty() ? each : start + "/" + each);
                    characters += paths.getLast().length();
                    return paths.size() - 1;
                });
    }
}
