package dev.holdfast.git.history;

import dev.holdfast.git.pack.IntStack;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.ObjectType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What some starting points reach, and through which commit each object was reached first. Within
 * one commit, the first path in git's order counts.
 */
final class Reach {
    private static final int NONE = -1;

    private final ObjectStore store;
    private final ObjectGraph graph;
    private final Ancestry ancestry;
    private final Map<Integer, Integer> replacements;
    private final BitSet walked = new BitSet();
    private final Set<Integer> replaced = new HashSet<>();
    private final BitSet seen;
    private final BitSet blobs;
    private final BitSet messages = new BitSet();
    private final int[] firstCommits;
    private final int[] parents;
    // By the number without its sign.
    private final BitSet knownMissing = new BitSet();
    private final BitSet missing = new BitSet();
    private final Map<Integer, String> broken = new TreeMap<>();
    private final IntStack waiting = new IntStack();
    private final IntStack waitingParents = new IntStack();
    private int[] ordered = {};
    private int[] namedByReferences = {};
    private int[] orderedBefore = {};
    private int[] namedByReferencesBefore = {};
    private int commits;
    private boolean cut;

    /**
     * A walk.
     *
     * @param replacements objects that refs/replace replaces, with what takes their place; both
     *     sides are reached
     */
    Reach(
            ObjectStore store,
            ObjectGraph graph,
            Ancestry ancestry,
            Map<Integer, Integer> replacements) {
        int size = store.size();
        this.store = store;
        this.graph = graph;
        this.ancestry = ancestry;
        this.replacements = Map.copyOf(replacements);
        this.seen = new BitSet(size);
        this.blobs = new BitSet(size);
        this.firstCommits = new int[size];
        this.parents = new int[size];
        Arrays.fill(firstCommits, NONE);
        Arrays.fill(parents, NONE);
    }

    /** Takes everything that these reach for known, so that a later walk ends there. */
    void leaveOut(int[] starts) {
        from(starts);
        orderedBefore = ordered;
        namedByReferencesBefore = namedByReferences;
        knownMissing.or(missing);
        missing.clear();
        broken.clear();
        blobs.clear();
        messages.clear();
        commits = 0;
        cut = false;
    }

    /** Walks from commits, tags, trees or blobs; negative numbers are missing objects. */
    void from(int[] starts) {
        BitSet found = new BitSet();
        IntStack others = new IntStack();
        for (int start : starts) {
            waiting.push(start);
        }
        while (!waiting.isEmpty()) {
            int number = waiting.pop();
            replacedBy(number);
            if (!isThere(number) || walked.get(number)) {
                continue;
            }
            int kind = graph.kind(number);
            if ((kind == ObjectType.COMMIT || kind == ObjectType.TAG)
                    && graph.why(number) == null) {
                messages.set(number);
            }
            switch (kind) {
                case ObjectType.COMMIT -> {
                    walked.set(number);
                    found.set(number);
                    cut |= ancestry.endsAt(number);
                    for (int parent : ancestry.parents(number)) {
                        waiting.push(parent);
                    }
                }
                case ObjectType.TAG -> {
                    walked.set(number);
                    for (int target : graph.named(number)) {
                        waiting.push(target);
                    }
                }
                default -> others.push(number);
            }
        }
        commits += found.cardinality();
        ordered = new CommitOrder(store, graph, ancestry).of(found);
        for (int commit : ordered) {
            int[] named = graph.named(commit);
            if (named.length > 0) {
                tree(named[0], commit);
            }
        }
        namedByReferences = others.toArray();
        for (int other : namedByReferences) {
            tree(other, NONE);
        }
    }

    private void replacedBy(int number) {
        Integer replacement = replacements.isEmpty() ? null : replacements.get(number);
        // Replacements may lead in a circle.
        if (replacement != null && replaced.add(number)) {
            waiting.push(replacement);
        }
    }

    /** Everything below a tree that was not reached before, in git's order. */
    private void tree(int root, int commit) {
        waiting.push(root);
        waitingParents.push(NONE);
        while (!waiting.isEmpty()) {
            int number = waiting.pop();
            int parent = waitingParents.pop();
            if (number >= 0 ? seen.get(number) : !isNewlyMissing(number)) {
                continue;
            }
            replacedBy(number, parent);
            if (!isThere(number)) {
                continue;
            }
            seen.set(number);
            firstCommits[number] = commit;
            parents[number] = parent;
            if (graph.kind(number) == ObjectType.TREE) {
                for (int i = graph.entries(number) - 1; i >= 0; i--) {
                    int entry = graph.entry(i);
                    if (entry != TreeSink.SUBMODULE && (entry < 0 || !seen.get(entry))) {
                        waiting.push(entry);
                        waitingParents.push(number);
                    }
                }
            } else if (graph.kind(number) == ObjectType.BLOB || graph.why(number) == null) {
                blobs.set(number);
            }
        }
    }

    private boolean isNewlyMissing(int number) {
        return !knownMissing.get(-number) && !missing.get(-number);
    }

    private void replacedBy(int number, int parent) {
        if (!replacements.isEmpty()) {
            Integer replacement = replacements.get(number);
            if (replacement != null) {
                waiting.push(replacement);
                waitingParents.push(parent);
            }
        }
    }

    private boolean isThere(int number) {
        if (number < 0) {
            if (!knownMissing.get(-number)) {
                missing.set(-number);
            }
            return false;
        }
        // Only what is asked for its kind is read, if it lies alone.
        graph.kind(number);
        String why = graph.why(number);
        if (why != null) {
            broken.put(number, why);
        }
        return true;
    }

    /** How many commits were walked. */
    int commits() {
        return commits;
    }

    /** The commits of the last walk, in the order in which contents are told to come from them. */
    int[] ordered() {
        return ordered;
    }

    /** What references of the last walk name that is neither a commit nor a tag of one. */
    int[] namedByReferences() {
        return namedByReferences;
    }

    /** The commits that are left out, in that order. */
    int[] orderedBefore() {
        return orderedBefore;
    }

    /** What is left out and neither a commit nor a tag of one. */
    int[] namedByReferencesBefore() {
        return namedByReferencesBefore;
    }

    /** Every tree and content that was come to, of an earlier walk too. */
    BitSet reached() {
        return seen;
    }

    /** The blobs that were reached, and objects that cannot be told from blobs. */
    BitSet blobs() {
        return blobs;
    }

    /** The commits and tags that were walked and can be read. */
    BitSet messages() {
        return messages;
    }

    /** The commit that a tag leads to, or -1; of a commit itself. */
    int commitOf(int number) {
        int each = number;
        for (int steps = 0; each >= 0 && graph.kind(each) == ObjectType.TAG; steps++) {
            int[] target = graph.named(each);
            each = target.length == 0 || steps > store.size() ? NONE : target[0];
        }
        return each >= 0 && graph.kind(each) == ObjectType.COMMIT ? each : NONE;
    }

    /** The first commit that holds an object, or -1 when a reference names the object itself. */
    int firstCommit(int number) {
        return firstCommits[number];
    }

    /** The tree through which an object was reached first, or -1. */
    int parent(int number) {
        return parents[number];
    }

    /** Numbers of missing objects. */
    int[] missing() {
        return missing.stream().map(number -> -number).toArray();
    }

    /** Objects that cannot be read, with the reason. */
    Map<Integer, String> broken() {
        return broken;
    }

    /** Whether a shallow clone ended the walk somewhere. */
    boolean isCut() {
        return cut;
    }
}
