package dev.holdfast.git.history;

import dev.holdfast.git.pack.IntStack;
import dev.holdfast.git.pack.ObjectType;
import java.util.BitSet;
import java.util.Map;

/**
 * Finds everything on a way from a starting point to some objects, and these objects themselves.
 */
final class LeadingTrees {
    private final ObjectGraph graph;
    private final Map<Integer, Integer> replacements;
    private final BitSet reached;
    private final BitSet leading;
    private final BitSet entered = new BitSet();
    private final IntStack waiting = new IntStack();
    private int before;

    /**
     * A search for ways.
     *
     * @param reached what a walk has come to; nothing else is looked into
     */
    LeadingTrees(
            ObjectGraph graph, Map<Integer, Integer> replacements, BitSet reached, BitSet wanted) {
        this.graph = graph;
        this.replacements = replacements;
        this.reached = reached;
        this.leading = (BitSet) wanted.clone();
    }

    /** Looks at everything below a tree. */
    void from(int root) {
        enter(root);
        while (!waiting.isEmpty()) {
            int number = waiting.pop();
            if (number >= 0) {
                enter(number);
            } else {
                leave(-number - 1);
            }
        }
    }

    private void enter(int number) {
        if (number < 0 || !reached.get(number) || entered.get(number)) {
            return;
        }
        entered.set(number);
        waiting.push(-number - 1);
        waiting.push(replacement(number));
        for (int i = entries(number) - 1; i >= 0; i--) {
            int entry = graph.entry(i);
            if (entry >= 0 && !entered.get(entry)) {
                waiting.push(entry);
            }
        }
    }

    /** Everything below is settled by now. */
    private void leave(int number) {
        int replacement = replacement(number);
        boolean leads = leading.get(number) || (replacement != number && leading.get(replacement));
        for (int i = entries(number) - 1; i >= 0 && !leads; i--) {
            int entry = graph.entry(i);
            leads = entry >= 0 && leading.get(entry);
        }
        leading.set(number, leads);
    }

    private int entries(int number) {
        return graph.kind(number) == ObjectType.TREE ? graph.entries(number) : 0;
    }

    /** What takes the place of an object; itself when nothing does. */
    private int replacement(int number) {
        int other = replacements.getOrDefault(number, number);
        return other < 0 ? number : other;
    }

    /** Whether the whole is to be looked at again: replacements may lead in a circle. */
    boolean isToBeAsked() {
        int now = leading.cardinality();
        boolean grows = !replacements.isEmpty() && now > before;
        before = now;
        entered.clear();
        return grows;
    }

    BitSet found() {
        return leading;
    }
}
