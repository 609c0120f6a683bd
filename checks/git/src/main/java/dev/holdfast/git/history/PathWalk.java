package dev.holdfast.git.history;

import dev.holdfast.git.pack.IntStack;
import dev.holdfast.git.pack.ObjectType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the paths of files in trees, each path once, whatever lies there. A folder is in the
 * paths of what it holds; only an empty one is told itself. A tree is held against the one that was
 * looked at before at the same path, so that of a wide folder only what changed is looked at.
 */
final class PathWalk {
    // Trees in trees can make more paths than there are bytes in the world.
    private static final int MOST_PATHS = 1 << 21;
    private static final int MOST_FURTHER = 1 << 19;
    private static final int NONE = -1;

    private final ObjectGraph graph;
    private final Map<Integer, Integer> replacements;
    private final PathTable paths;
    private final int[] firstPaths;
    private final Set<Long> furtherPaths = new HashSet<>();
    private final BitSet told = new BitSet();
    private final IntStack waiting = new IntStack();
    // By path: the tree that was looked at there last.
    private int[] latest = new int[0];
    private int[] entries = new int[0];
    private int[] names = new int[0];
    private boolean whole = true;

    /** Takes paths. */
    @FunctionalInterface
    interface Taking {
        void path(int path);
    }

    /**
     * A walk.
     *
     * @param objects how many objects there are
     */
    PathWalk(int objects, ObjectGraph graph, Map<Integer, Integer> replacements) {
        this.graph = graph;
        this.replacements = Map.copyOf(replacements);
        this.paths = new PathTable(graph.entryNames(), MOST_PATHS);
        this.firstPaths = new int[objects];
        Arrays.fill(firstPaths, NONE);
    }

    /** Hands out the paths below a tree that were not come to before. */
    void from(int root, Taking taking) {
        visit(root, PathTable.ROOT, taking);
        while (!waiting.isEmpty()) {
            int path = waiting.pop();
            enter(waiting.pop(), path, taking);
        }
    }

    /** What lies at a path, and what takes its place. */
    private void visit(int number, int path, Taking taking) {
        at(number, path, taking);
        if (!replacements.isEmpty()) {
            Integer other = replacements.get(number);
            // Replacements may lead in a circle.
            for (int steps = 0; other != null && steps < replacements.size(); steps++) {
                at(other, path, taking);
                other = replacements.get(other);
            }
        }
    }

    private void at(int number, int path, Taking taking) {
        if (number < 0 || graph.kind(number) != ObjectType.TREE) {
            tell(path, taking);
        } else if (isNew(number, path)) {
            waiting.push(number);
            waiting.push(path);
        }
    }

    private void tell(int path, Taking taking) {
        if (path != PathTable.ROOT && !told.get(path)) {
            told.set(path);
            taking.path(path);
        }
    }

    /** The same tree at the same path holds the same, whichever commit it is of. */
    private boolean isNew(int tree, int path) {
        if (firstPaths[tree] == NONE) {
            firstPaths[tree] = path;
            return true;
        }
        if (firstPaths[tree] == path) {
            return false;
        }
        if (furtherPaths.size() >= MOST_FURTHER) {
            whole = false;
            return false;
        }
        return furtherPaths.add(((long) tree << Integer.SIZE) | path);
    }

    private void enter(int tree, int path, Taking taking) {
        int other = replaceLatest(path, tree);
        ObjectGraph.Difference difference = other < 0 ? null : graph.difference(tree, other);
        if (difference == null || difference.from() == difference.to()) {
            // The tree may be empty, and is told then.
            whole(tree, other, path, taking);
        } else {
            for (int i = difference.from(); i < difference.to(); i++) {
                below(path, graph.entry(tree, i, 1), graph.entry(tree, i, 0), taking);
            }
        }
    }

    /** All entries but those that the other tree has too, at its beginning and its end. */
    private void whole(int tree, int other, int path, Taking taking) {
        int count = graph.entries(tree);
        if (count == 0) {
            tell(path, taking);
        }
        if (count > entries.length) {
            entries = new int[2 * count];
            names = new int[2 * count];
        }
        for (int i = 0; i < count; i++) {
            entries[i] = graph.entry(i);
        }
        System.arraycopy(graph.names(tree), 0, names, 0, count);
        int from = 0;
        int to = count;
        if (other >= 0) {
            int length = graph.entries(other);
            int[] others = graph.names(other);
            while (from < Math.min(count, length) && isSame(from, from, others)) {
                from++;
            }
            while (to > from
                    && to + length - count > from
                    && isSame(to - 1, to - 1 + length - count, others)) {
                to--;
            }
        }
        for (int i = from; i < to; i++) {
            below(path, names[i], entries[i], taking);
        }
    }

    private boolean isSame(int at, int there, int[] others) {
        return entries[at] == graph.entry(there) && names[at] == others[there];
    }

    private void below(int folder, int name, int number, Taking taking) {
        int path = paths.path(folder, name);
        if (path == PathTable.FULL) {
            whole = false;
        } else {
            visit(number, path, taking);
        }
    }

    /** The tree that was looked at last at a path, or -1; this one is from now on. */
    private int replaceLatest(int path, int tree) {
        if (path >= latest.length) {
            int length = latest.length;
            latest = Arrays.copyOf(latest, Math.max(64, 2 * path));
            Arrays.fill(latest, length, latest.length, NONE);
        }
        int other = latest[path];
        latest[path] = tree;
        return other;
    }

    String text(int path) {
        return paths.text(path);
    }

    /** How many paths were told. */
    int count() {
        return told.cardinality();
    }

    /** Whether all paths were come to, and not only so many as can be looked at. */
    boolean isWhole() {
        return whole;
    }
}
