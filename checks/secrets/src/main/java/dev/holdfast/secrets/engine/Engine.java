package dev.holdfast.secrets.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens, needles and variables in a run of bytes. A pure function, safe to share between
 * threads.
 *
 * <p>A bitmap of the anchors' first three bytes is asked at every offset; only where it answers is
 * a recogniser asked. The bitmap holds 2^16 bits, so that it stays in the first-level cache.
 */
public final class Engine {
    private static final int FEWEST = 3;

    private final long[] bitmap = new long[1 << 10];
    private final Entry[][] slots = new Entry[1 << 12][];
    private final int reach;

    private static final class Entry {
        private final byte[] anchor;
        private final Finder finder;

        Entry(byte[] anchor, Finder finder) {
            this.anchor = anchor;
            this.finder = finder;
        }
    }

    /** Adds what is found where an anchor stands. */
    private interface Finder {
        void find(byte[] bytes, int length, int anchor, List<Match> found);
    }

    private Engine(List<Recognizer> recognizers, Map<String, NeedleGroup> needles) {
        int furthest = 0;
        for (Recognizer recognizer : recognizers) {
            furthest = Math.max(furthest, recognizer.reach());
            for (String anchor : recognizer.anchors()) {
                add(
                        Latin1.bytes(anchor),
                        (bytes, length, at, found) -> {
                            Match match = recognizer.at(bytes, length, at);
                            if (match != null) {
                                found.add(match);
                            }
                        });
            }
        }
        for (Map.Entry<String, NeedleGroup> group : needles.entrySet()) {
            furthest = Math.max(furthest, group.getValue().reach());
            add(Latin1.bytes(group.getKey()), group.getValue()::find);
        }
        reach = furthest;
    }

    /** An engine that looks for what the recognisers know and for the needles. */
    public static Engine of(List<Recognizer> recognizers, List<Needle> needles) {
        return new Engine(recognizers, NeedleGroup.of(needles));
    }

    private void add(byte[] anchor, Finder finder) {
        if (anchor.length < FEWEST) {
            throw new IllegalArgumentException("an anchor has at least 3 bytes");
        }
        int hash = hash(anchor, 0);
        bitmap[hash >>> 22] |= 1L << (hash >>> 16);
        int slot = hash >>> 20;
        Entry[] before = slots[slot];
        Entry[] after = new Entry[before == null ? 1 : before.length + 1];
        if (before != null) {
            System.arraycopy(before, 0, after, 0, before.length);
        }
        after[after.length - 1] = new Entry(anchor, finder);
        slots[slot] = after;
    }

    // Knuth's multiplicative hash of the three bytes, little-endian.
    private static int hash(byte[] bytes, int at) {
        int key = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
        return key * 0x9E3779B1;
    }

    /**
     * Everything that is found in the first {@code length} bytes, by start offset. Tokens that lie
     * inside another token are left out; needles and variables are always told, so that a caller
     * can name the variable that a token came from.
     */
    public List<Match> scan(byte[] bytes, int length) {
        List<Match> found = new ArrayList<>();
        int last = length - FEWEST;
        for (int at = 0; at <= last; at++) {
            int hash = hash(bytes, at);
            if ((bitmap[hash >>> 22] & 1L << (hash >>> 16)) != 0) {
                ask(bytes, length, at, slots[hash >>> 20], found);
            }
        }
        found.sort(
                Comparator.comparingInt(Match::start)
                        .thenComparing(Comparator.comparingInt(Match::end).reversed()));
        return Overlaps.resolve(found);
    }

    private static void ask(
            byte[] bytes, int length, int at, Entry @Nullable [] entries, List<Match> found) {
        if (entries == null) {
            return;
        }
        for (Entry entry : entries) {
            if (startsWith(bytes, length, at, entry.anchor)) {
                entry.finder.find(bytes, length, at, found);
            }
        }
    }

    static boolean startsWith(byte[] bytes, int length, int at, byte[] literal) {
        if (at < 0 || at + literal.length > length) {
            return false;
        }
        for (int i = 0; i < literal.length; i++) {
            if (bytes[at + i] != literal[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The most bytes on either side of a match's start that decide about it. Who scans a long file
     * in windows lets them overlap by twice that much, and loses nothing.
     */
    public int reach() {
        return reach;
    }
}
