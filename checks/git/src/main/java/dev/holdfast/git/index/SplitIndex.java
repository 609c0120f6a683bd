package dev.holdfast.git.index;

import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The extension {@code link}: the index only says how it differs from a shared one
 * (git-update-index(1), "Split index mode").
 */
final class SplitIndex {
    private final String shared;
    private final BitSet removed;
    private final BitSet replaced;

    private SplitIndex(String shared, BitSet removed, BitSet replaced) {
        this.shared = shared;
        this.removed = removed;
        this.replaced = replaced;
    }

    /** Reads the extension; null when it names no other index. */
    static @Nullable SplitIndex read(ByteBuffer bytes, ObjectFormat format) throws IOException {
        byte[] name = new byte[format.length()];
        bytes.get(name);
        String shared = HexFormat.of().formatHex(name);
        if (shared.chars().allMatch(each -> each == '0')) {
            return null;
        }
        if (!bytes.hasRemaining()) {
            return new SplitIndex(shared, new BitSet(), new BitSet());
        }
        BitSet removed = bitmap(bytes);
        return new SplitIndex(shared, removed, bitmap(bytes));
    }

    /**
     * A compressed bitmap (gitformat-bitmap(5), Appendix A): words that say how many equal words
     * follow, and how many words as they are.
     */
    private static BitSet bitmap(ByteBuffer bytes) throws IOException {
        int size = bytes.getInt();
        int words = bytes.getInt();
        BitSet bits = new BitSet();
        long at = 0;
        while (words > 0) {
            long word = bytes.getLong();
            words--;
            long equal = (word >>> 1) & 0xFFFFFFFFL;
            long literal = word >>> 33;
            if (at + 64 * equal > size + 64L || literal > words) {
                throw new IOException("the split index cannot be read: a bitmap is broken");
            }
            if ((word & 1) != 0) {
                bits.set((int) at, (int) Math.min(size, at + 64 * equal));
            }
            at += 64 * equal;
            for (long i = 0; i < literal; i++) {
                long each = bytes.getLong();
                words--;
                for (int bit = 0; bit < 64; bit++) {
                    if ((each >>> bit & 1) != 0 && at + bit < size) {
                        bits.set((int) at + bit);
                    }
                }
                at += 64;
            }
        }
        // The place of the last word that counts; only a writer needs it.
        bytes.getInt();
        return bits;
    }

    /** The file of the shared index. */
    Path shared(Path folder) {
        return folder.resolve("sharedindex." + shared);
    }

    /** The whole index: own entries without a path take the place of shared ones. */
    List<IndexEntry> merge(List<IndexEntry> base, List<IndexEntry> own) throws IOException {
        if (removed.length() > base.size() || replaced.length() > base.size()) {
            throw new IOException("the split index does not belong to its shared index");
        }
        List<IndexEntry> merged = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < base.size(); i++) {
            IndexEntry entry = base.get(i);
            if (replaced.get(i)) {
                if (next >= own.size()) {
                    throw new IOException("the split index has less than it says");
                }
                String path = own.get(next).path();
                entry = own.get(next++).at(path.isEmpty() ? entry.path() : path);
            }
            if (!removed.get(i)) {
                merged.add(entry);
            }
        }
        merged.addAll(own.subList(next, own.size()));
        merged.sort((left, right) -> {
            int order = left.path().compareTo(right.path());
            return order != 0 ? order : Integer.compare(left.stage(), right.stage());
        });
        return merged;
    }
}
