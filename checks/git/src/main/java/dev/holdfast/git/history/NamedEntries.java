package dev.holdfast.git.history;

import dev.holdfast.git.pack.ChangedRanges;
import dev.holdfast.git.pack.ObjectSink;
import dev.holdfast.git.pack.ObjectStore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads trees again for the names of a few entries, which the graph does not keep. */
final class NamedEntries implements ObjectSink {
    private static final int[] NONE = {};

    private final ObjectStore store;
    private final BitSet meant;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Integer, int[]> entries = new HashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param meant the objects whose names are asked for
     */
    NamedEntries(ObjectStore store, BitSet meant) {
        this.store = store;
        this.meant = meant;
    }

    @Override
    public void object(
            int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
        List<Integer> found = new ArrayList<>();
        TreeEntries tree = new TreeEntries(bytes, length, store.format().length());
        while (tree.next()) {
            int object = store.find(bytes, tree.hash());
            if (object >= 0 && meant.get(object)) {
                found.add(object);
                found.add(number(tree.name()));
            }
        }
        entries.put(number, found.stream().mapToInt(Integer::intValue).toArray());
    }

    private int number(String name) {
        return numbers.computeIfAbsent(
                name,
                each -> {
                    names.add(each);
                    return names.size() - 1;
                });
    }

    /** Pairs of an object and the number of its name, in git's order. */
    int[] of(int tree) {
        return entries.getOrDefault(tree, NONE);
    }

    String name(int number) {
        return names.get(number);
    }

    @Override
    public void unreadable(int number, String why) {
        // It is a gap of the survey already.
        entries.put(number, NONE);
    }
}
