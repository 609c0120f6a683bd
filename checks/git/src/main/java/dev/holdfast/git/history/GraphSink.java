package dev.holdfast.git.history;

import dev.holdfast.git.pack.ChangedRanges;
import dev.holdfast.git.pack.ObjectSink;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads commits, trees and tags as they come out of the store (git-cat-file(1) shows the forms).
 */
final class GraphSink implements ObjectSink {
    private static final byte[] TREE = "tree ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PARENT = "parent ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMITTER = "committer ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT = "object ".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_NAME = Integer.MIN_VALUE;

    private final ObjectGraph graph;
    private final ObjectStore store;
    private final TreeSink trees;
    private final byte[] name;

    GraphSink(ObjectGraph graph, ObjectStore store) {
        this.graph = graph;
        this.store = store;
        this.trees = new TreeSink(graph, store.format().length());
        this.name = new byte[store.format().length()];
    }

    @Override
    public void object(
            int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
        int kind = store.kind(number);
        if (kind == ObjectType.TREE) {
            trees.tree(number, bytes, length, base, changes);
        } else {
            read(kind, number, bytes, length);
        }
    }

    /** Reads an object that stands for itself. */
    void read(int kind, int number, byte[] bytes, int length) {
        switch (kind) {
            case ObjectType.TREE -> trees.tree(number, bytes, length, -1, null);
            case ObjectType.COMMIT -> commit(number, bytes, length);
            case ObjectType.TAG -> tag(number, bytes, length);
            default -> graph.broken(number, "it is of an unknown kind");
        }
    }

    private void commit(int number, byte[] bytes, int length) {
        int[] named = new int[2];
        int count = 0;
        int seconds = 0;
        int at = 0;
        while (at < length && bytes[at] != '\n') {
            int end = lineEnd(bytes, at, length);
            boolean tree = startsWith(bytes, at, end, TREE);
            if (tree || startsWith(bytes, at, end, PARENT)) {
                if (count == named.length) {
                    named = Arrays.copyOf(named, 2 * count);
                }
                int target = hex(bytes, at + (tree ? TREE.length : PARENT.length), end);
                if (target == NO_NAME || tree != (count == 0)) {
                    graph.broken(number, "the commit has no valid header");
                    return;
                }
                if (tree) {
                    graph.namedAs(target, true);
                }
                named[count++] = target;
            } else if (startsWith(bytes, at, end, COMMITTER)) {
                seconds = seconds(bytes, at, end);
            }
            at = end + 1;
        }
        if (count == 0) {
            graph.broken(number, "the commit names no tree");
            return;
        }
        graph.commit(number, seconds, Arrays.copyOf(named, count));
    }

    private void tag(int number, byte[] bytes, int length) {
        int end = lineEnd(bytes, 0, length);
        int target = startsWith(bytes, 0, end, OBJECT) ? hex(bytes, OBJECT.length, end) : NO_NAME;
        if (target == NO_NAME) {
            graph.broken(number, "the tag names no object");
        } else {
            graph.tag(number, target);
        }
    }

    /** The number of an object named in hexadecimal. */
    private int hex(byte[] bytes, int from, int end) {
        if (end - from != 2 * name.length) {
            return NO_NAME;
        }
        for (int i = 0; i < name.length; i++) {
            int high = digit(bytes[from + 2 * i]);
            int low = digit(bytes[from + 2 * i + 1]);
            if (high < 0 || low < 0) {
                return NO_NAME;
            }
            name[i] = (byte) ((high << 4) | low);
        }
        return graph.number(name, 0);
    }

    private static int digit(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
    }

    /** The seconds behind the last '>' of {@code committer name <mail> seconds zone}. */
    private static int seconds(byte[] bytes, int at, int end) {
        int from = end;
        while (from > at && bytes[from - 1] != '>') {
            from--;
        }
        long seconds = 0;
        for (int i = from + 1; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            seconds = Math.min(0xFFFFFFFFL, seconds * 10 + bytes[i] - '0');
        }
        return (int) seconds;
    }

    private static int lineEnd(byte[] bytes, int at, int length) {
        int end = at;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean startsWith(byte[] bytes, int at, int end, byte[] word) {
        return end - at >= word.length
                && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }

    @Override
    public void unreadable(int number, String why) {
        graph.broken(number, why);
    }
}
