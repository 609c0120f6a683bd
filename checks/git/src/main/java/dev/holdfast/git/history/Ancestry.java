package dev.holdfast.git.history;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Who a commit's parents are: those that it names, and those that a graft gives it
 * (gitglossary(7)); none where a shallow clone was cut.
 */
final class Ancestry {
    private static final int[] NONE = new int[0];

    private final ObjectGraph graph;
    private final Map<Integer, int[]> grafts;
    private final Set<Integer> cut;

    /**
     * The ancestry of a repository's commits.
     *
     * @param grafts further parents of some commits
     * @param cut commits of a shallow clone whose parents are not there on purpose
     */
    Ancestry(ObjectGraph graph, Map<Integer, int[]> grafts, Set<Integer> cut) {
        this.graph = graph;
        this.grafts = Map.copyOf(grafts);
        this.cut = Set.copyOf(cut);
    }

    /** Numbers of parents; negative for those that are missing. */
    int[] parents(int commit) {
        int[] named = graph.named(commit);
        if ((named.length < 2 && grafts.isEmpty()) || isCut(commit)) {
            return NONE;
        }
        int[] further = grafts.isEmpty() ? null : grafts.get(commit);
        int own = Math.max(0, named.length - 1);
        if (further == null) {
            return own == 0 ? NONE : Arrays.copyOfRange(named, 1, named.length);
        }
        int[] all = Arrays.copyOf(further, further.length + own);
        System.arraycopy(named, named.length - own, all, further.length, own);
        return all;
    }

    /** Whether the history was cut at this commit, and something lies behind the cut. */
    boolean endsAt(int commit) {
        return isCut(commit) && graph.named(commit).length > 1;
    }

    private boolean isCut(int commit) {
        return !cut.isEmpty() && cut.contains(commit);
    }
}
