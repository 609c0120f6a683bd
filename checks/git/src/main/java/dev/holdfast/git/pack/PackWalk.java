package dev.holdfast.git.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks one pack from the objects that stand for themselves down to the deltas that hang on them,
 * so that every stream is inflated once. Bases that wait for further deltas are held in memory up
 * to a budget; past it the oldest are dropped and made again when they are needed.
 */
final class PackWalk {
    private final PackOrder order;
    private final int firstNumber;
    private final ObjectMaker maker;
    private final ObjectSink sink;
    private final WalkMemory memory;
    private final ChangedRanges changes = new ChangedRanges();
    private final List<Frame> waiting = new ArrayList<>();
    private long held;

    /** A base that further deltas hang on. */
    private static final class Frame {
        private final int number;
        private final int length;
        private byte @Nullable [] bytes;
        private final boolean told;
        private int next;

        Frame(int number, byte[] bytes, int length, int next, boolean told) {
            this.told = told;
            this.number = number;
            this.bytes = bytes;
            this.length = length;
            this.next = next;
        }
    }

    /**
     * A walk.
     *
     * @param firstNumber the number in the store of the pack's first object
     */
    PackWalk(
            PackOrder order,
            int firstNumber,
            ObjectMaker maker,
            ObjectSink sink,
            WalkMemory memory) {
        this.order = order;
        this.firstNumber = firstNumber;
        this.maker = maker;
        this.sink = sink;
        this.memory = memory;
    }

    /** Walks an object that hangs on nothing in this pack, and everything that hangs on it. */
    void from(int root, Selection selection) {
        try {
            root(root, selection);
            while (!waiting.isEmpty()) {
                step(selection);
            }
        } finally {
            maker.done();
            waiting.clear();
            hold(-held);
        }
    }

    private void root(int root, Selection selection) {
        int next = nextNeeded(order.firstChild(root), selection);
        byte[] bytes;
        int length;
        try {
            long size =
                    order.isDelta(root) || order.isSenseless(root) ? 0 : maker.size(order, root);
            if (size > (next < 0 ? memory.streamed() : memory.largest())) {
                stream(root, size, selection);
                return;
            }
            bytes = maker.root(order, root, next < 0);
            length = maker.length();
        } catch (IOException broken) {
            ObjectContent other = elsewhere(root, broken);
            if (other == null) {
                unreadable(root, selection, String.valueOf(broken.getMessage()));
                return;
            }
            bytes = other.bytes();
            length = other.length();
        }
        boolean told =
                selection.wants(firstNumber + root) && handOut(root, bytes, length, -1, null);
        push(root, bytes, length, next, told);
    }

    /** Hands out an object that is not to be held; what hangs on it cannot be made then. */
    private void stream(int root, long size, Selection selection) {
        int number = firstNumber + root;
        if (selection.wants(number)) {
            try (ObjectStream content = maker.stream(order, root, size)) {
                sink.large(number, size, maker.verified(number, order.kind(root), size, content));
            } catch (IOException broken) {
                sink.unreadable(number, String.valueOf(broken.getMessage()));
            }
        }
        String why = "it is made from an object of which " + WalkMemory.tooLarge(size);
        for (int child = order.firstChild(root); child >= 0; child = order.nextSibling(child)) {
            unreadable(child, selection, why);
        }
    }

    private void step(Selection selection) {
        Frame frame = waiting.getLast();
        int child = frame.next;
        frame.next = nextNeeded(order.nextSibling(child), selection);
        int next = nextNeeded(order.firstChild(child), selection);
        byte[] bytes;
        int length;
        boolean fromBase = frame.told;
        try {
            byte[] base = bytes(frame);
            changes.clear();
            bytes = maker.apply(order, child, base, frame.length, changes, next < 0);
            length = maker.length();
        } catch (IOException broken) {
            ObjectContent other = elsewhere(child, broken);
            if (other == null) {
                unreadable(child, selection, String.valueOf(broken.getMessage()));
                popDone(frame);
                return;
            }
            bytes = other.bytes();
            length = other.length();
            fromBase = false;
        }
        boolean told =
                selection.wants(firstNumber + child)
                        && handOut(
                                child,
                                bytes,
                                length,
                                fromBase ? firstNumber + frame.number : -1,
                                fromBase ? changes : null);
        popDone(frame);
        push(child, bytes, length, next, told);
    }

    /**
     * Hands out an object if it is what its name stands for, else one that is, from another place.
     * What hangs on it is made from what lies here all the same: that has names of its own.
     *
     * @return whether the sink was given these bytes
     */
    private boolean handOut(
            int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changed) {
        try {
            maker.verify(firstNumber + number, order.kind(number), bytes, length);
        } catch (BrokenObjects wrong) {
            ObjectContent other = elsewhere(number, wrong);
            if (other == null) {
                sink.unreadable(firstNumber + number, String.valueOf(wrong.getMessage()));
            } else {
                sink.object(firstNumber + number, other.bytes(), other.length(), -1, null);
            }
            return false;
        }
        sink.object(firstNumber + number, bytes, length, base, changed);
        return true;
    }

    /** The object from another place, when it lies in two and this one is broken. */
    private @Nullable ObjectContent elsewhere(int number, IOException broken) {
        try {
            return maker.readCopy(firstNumber + number, broken);
        } catch (IOException alsoBroken) {
            return null;
        }
    }

    private int nextNeeded(int first, Selection selection) {
        int child = first;
        while (child >= 0 && !selection.needs(firstNumber + child)) {
            child = order.nextSibling(child);
        }
        return child;
    }

    private void push(int number, byte[] bytes, int length, int next, boolean told) {
        if (next < 0) {
            return;
        }
        waiting.add(new Frame(number, bytes, length, next, told));
        hold(bytes.length);
        for (int i = 0; memory.isFull() && i < waiting.size() - 1; i++) {
            Frame oldest = waiting.get(i);
            byte[] dropped = oldest.bytes;
            if (dropped != null) {
                hold(-dropped.length);
                oldest.bytes = null;
            }
        }
    }

    private void hold(long bytes) {
        held += bytes;
        memory.hold(bytes);
    }

    private void popDone(Frame frame) {
        if (frame.next < 0) {
            waiting.removeLast();
            byte[] bytes = frame.bytes;
            hold(bytes == null ? 0 : -bytes.length);
        }
    }

    /** The bytes of the last base, made again when they were dropped. */
    private byte[] bytes(Frame frame) throws IOException {
        byte[] bytes = frame.bytes;
        if (bytes == null) {
            bytes = rebuild(frame);
            frame.bytes = bytes;
            hold(bytes.length);
        }
        return bytes;
    }

    /** Makes the last base from the nearest object above it that is still held. */
    private byte[] rebuild(Frame frame) throws IOException {
        IntStack links = new IntStack();
        int above = waiting.size() - 2;
        int each = frame.number;
        byte[] bytes = null;
        int length = 0;
        while (bytes == null && order.base(each) >= 0) {
            links.push(each);
            each = order.base(each);
            if (above >= 0 && waiting.get(above).number == each) {
                bytes = waiting.get(above).bytes;
                length = waiting.get(above).length;
                above--;
            }
        }
        try {
            if (bytes == null) {
                bytes = maker.root(order, each, false);
                length = maker.length();
            }
            while (!links.isEmpty()) {
                bytes = maker.apply(order, links.pop(), bytes, length, Delta.Changes.NONE, false);
                length = maker.length();
            }
            return bytes;
        } catch (IOException broken) {
            ObjectContent other = elsewhere(frame.number, broken);
            if (other == null) {
                throw broken;
            }
            return other.bytes();
        }
    }

    /** Says so of an object and of everything that hangs on it. */
    private void unreadable(int number, Selection selection, String why) {
        IntStack below = new IntStack();
        below.push(number);
        while (!below.isEmpty()) {
            int each = below.pop();
            if (selection.wants(firstNumber + each)) {
                sink.unreadable(firstNumber + each, why);
            }
            for (int child = order.firstChild(each); child >= 0; child = order.nextSibling(child)) {
                below.push(child);
            }
        }
    }

    /** Feeds a stream with the pieces of an object. */
    static ObjectStream.Source pieces(Pack pack, long from, long to) {
        long[] at = {from};
        return () -> {
            if (at[0] >= to) {
                return null;
            }
            ByteBuffer piece = pack.slice(at[0], Math.min(to, at[0] + (1 << 20)));
            at[0] += piece.remaining();
            pack.touched(piece.remaining());
            return piece;
        };
    }
}
