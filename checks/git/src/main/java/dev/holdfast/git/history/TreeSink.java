package dev.holdfast.git.history;

import dev.holdfast.git.pack.ChangedRanges;
import dev.holdfast.git.pack.FileMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads trees: {@code mode SP name NUL hash}, again and again. Most trees are packed as what
 * changed in another one, and only that is read of them.
 */
final class TreeSink {
    /** Stands among entries for the commit of a submodule, which lies in another repository. */
    static final int SUBMODULE = Integer.MIN_VALUE;

    // What is made again from a longer way costs more than it saves.
    private static final int LONGEST_WAY = 32;

    private final ObjectGraph graph;
    private final int nameLength;
    // What the graph calls each of the names that were met on this thread.
    private final EntryNames met = new EntryNames();
    private int[] known = new int[16];
    private final List<Frame> frames = new ArrayList<>();
    private int depth;

    /** A tree that others may hang on: its entries, their names, and where each ends. */
    private static final class Frame {
        private int number;
        private int length;
        private int way;
        private int count;
        private int[] ends = new int[64];
        private int[] entries = new int[64];
        private int[] names = new int[64];

        void ensure(int needed) {
            if (needed > ends.length) {
                int size = Math.max(needed, 2 * ends.length);
                ends = Arrays.copyOf(ends, size);
                entries = Arrays.copyOf(entries, size);
                names = Arrays.copyOf(names, size);
            }
        }

        /** How many entries end at or before a place. */
        int upTo(int place) {
            int found = Arrays.binarySearch(ends, 0, count, place);
            return found >= 0 ? found + 1 : -found - 1;
        }

        /** Copies entries of another tree. */
        void copy(Frame from, int start, int end, int shift) {
            ensure(count + end - start);
            System.arraycopy(from.entries, start, entries, count, end - start);
            System.arraycopy(from.names, start, names, count, end - start);
            for (int i = start; i < end; i++) {
                ends[count++] = from.ends[i] + shift;
            }
        }
    }

    TreeSink(ObjectGraph graph, int nameLength) {
        this.graph = graph;
        this.nameLength = nameLength;
    }

    /** Reads a tree. */
    void tree(int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
        while (depth > 0 && (base < 0 || frames.get(depth - 1).number != base)) {
            depth--;
        }
        Frame from = depth > 0 ? frames.get(depth - 1) : null;
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth++);
        frame.number = number;
        frame.length = length;
        frame.count = 0;
        frame.way = 0;
        if (from == null || changes == null) {
            whole(frame, bytes);
        } else {
            changed(frame, bytes, from, changes);
        }
        if (length != (frame.count == 0 ? 0 : frame.ends[frame.count - 1])) {
            graph.broken(number, "the tree ends inside an entry");
        }
    }

    private void whole(Frame frame, byte[] bytes) {
        for (int at = 0; at < frame.length; ) {
            at = entry(frame, bytes, at);
        }
        graph.tree(frame.number, frame.entries, frame.names, frame.count);
    }

    /**
     * Reads what lies between the entries that are the base's at the beginning and at the end. The
     * end is only the base's when an entry starts where one of the base starts.
     */
    private void changed(Frame frame, byte[] bytes, Frame base, ChangedRanges changes) {
        int last = changes.count() - 1;
        int firstChange = last < 0 ? frame.length : changes.start(0);
        int lastChange = last < 0 ? frame.length : changes.end(last);
        int shift = frame.length - base.length;
        int same = base.upTo(firstChange);
        frame.copy(base, 0, same, 0);
        int at = same == 0 ? 0 : frame.ends[same - 1];
        int sameAgain = sameAgain(base, at, lastChange, shift);
        while (at < frame.length && sameAgain < 0) {
            at = entry(frame, bytes, at);
            sameAgain = sameAgain(base, at, lastChange, shift);
        }
        int own = frame.count;
        if (sameAgain < 0) {
            sameAgain = base.count;
        } else {
            frame.copy(base, sameAgain, base.count, shift);
        }
        frame.way = base.way + 1;
        if (frame.way > LONGEST_WAY) {
            frame.way = 0;
            graph.tree(frame.number, frame.entries, frame.names, frame.count);
        } else {
            graph.tree(
                    frame.number,
                    base.number,
                    same,
                    sameAgain,
                    frame.entries,
                    frame.names,
                    same,
                    own);
        }
    }

    /** The entry of the base that starts where this place is in the base; -1 when none does. */
    private static int sameAgain(Frame base, int at, int lastChange, int shift) {
        if (at < lastChange) {
            return -1;
        }
        int place = at - shift;
        int before = base.upTo(place);
        boolean starts = before == 0 ? place == 0 : base.ends[before - 1] == place;
        return starts ? before : -1;
    }

    /** Reads one entry, and says where it ends. */
    private int entry(Frame frame, byte[] bytes, int start) {
        int length = frame.length;
        int at = start;
        int mode = 0;
        while (at < length && bytes[at] != ' ' && bytes[at] != 0) {
            mode = (mode << 3) | (bytes[at++] & 7);
        }
        int name = Math.min(at + 1, length);
        while (at < length && bytes[at] != 0) {
            at++;
        }
        int end = at + 1 + nameLength;
        if (end > length) {
            return length;
        }
        boolean isSubmodule = (mode & FileMode.KIND) == FileMode.SUBMODULE;
        int found = isSubmodule ? SUBMODULE : graph.number(bytes, at + 1);
        if (found >= 0) {
            graph.namedAs(found, (mode & FileMode.KIND) == FileMode.FOLDER);
        }
        frame.ensure(frame.count + 1);
        frame.entries[frame.count] = found;
        frame.names[frame.count] = name(bytes, name, Math.max(name, at));
        frame.ends[frame.count] = end;
        frame.count++;
        return end;
    }

    /** What the graph calls a name; asked for once on each thread. */
    private int name(byte[] bytes, int from, int to) {
        int before = met.count();
        int number = met.number(bytes, from, to);
        if (number == before) {
            if (number == known.length) {
                known = Arrays.copyOf(known, 2 * number);
            }
            known[number] = graph.name(bytes, from, to);
        }
        return known[number];
    }
}
