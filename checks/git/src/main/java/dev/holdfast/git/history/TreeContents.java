package dev.holdfast.git.history;

import dev.holdfast.git.pack.IntStack;
import dev.holdfast.git.pack.ObjectType;
import java.util.BitSet;
import java.util.Map;

/** Everything that the tree of one commit holds, on both sides of what is replaced. */
final class TreeContents {

    private TreeContents() {}

    static BitSet of(ObjectGraph graph, int commit, Map<Integer, Integer> replacements) {
        BitSet found = new BitSet();
        IntStack waiting = new IntStack();
        waiting.push(commit);
        while (!waiting.isEmpty()) {
            int number = waiting.pop();
            Integer replacement = replacements.get(number);
            if (replacement != null && replacement >= 0 && !found.get(replacement)) {
                waiting.push(replacement);
            }
            if (number < 0 || found.get(number)) {
                continue;
            }
            found.set(number);
            switch (graph.kind(number)) {
                case ObjectType.TREE -> {
                    for (int i = graph.entries(number) - 1; i >= 0; i--) {
                        waiting.push(graph.entry(i));
                    }
                }
                case ObjectType.COMMIT, ObjectType.TAG -> {
                    int[] named = graph.named(number);
                    if (named.length > 0) {
                        waiting.push(named[0]);
                    }
                }
                default -> {}
            }
        }
        return found;
    }
}
