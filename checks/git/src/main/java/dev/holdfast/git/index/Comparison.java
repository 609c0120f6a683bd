package dev.holdfast.git.index;

import dev.holdfast.git.pack.FileMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files of an index that a tree has not, or has with another content. */
final class Comparison {
    private static final int COMMON = 1;
    private static final int DEEPEST = 1_000;

    private final List<IndexEntry> entries;
    private final @Nullable CachedTree cached;
    private final Trees trees;
    private final List<IndexEntry> different = new ArrayList<>();

    Comparison(Index index, Trees trees) {
        this.entries = index.entries();
        this.cached = index.tree();
        this.trees = trees;
    }

    /**
     * Compares.
     *
     * @param tree the tree's name; null when there is none, and everything is new
     */
    List<IndexEntry> against(byte @Nullable [] tree) throws IOException {
        folder(0, entries.size(), "", tree, cached, 0);
        return different;
    }

    /** Compares the entries of one folder, which stand beside each other. */
    private void folder(
            int from,
            int to,
            String prefix,
            byte @Nullable [] tree,
            @Nullable CachedTree known,
            int depth)
            throws IOException {
        if (tree != null && known != null && known.makes(tree, to - from)) {
            return;
        }
        if (depth > DEEPEST) {
            throw new IOException("the index has more folders in each other than can be");
        }
        Map<String, Trees.Entry> head = tree == null ? Map.of() : trees.entries(tree);
        for (int i = from; i < to; ) {
            IndexEntry entry = entries.get(i);
            int slash = entry.path().indexOf('/', prefix.length());
            if (slash < 0) {
                file(entry, head.get(entry.path().substring(prefix.length())));
                i++;
                continue;
            }
            String name = entry.path().substring(prefix.length(), slash);
            Trees.Entry before = head.get(name);
            byte[] folder = before != null && isFolder(before.mode()) ? before.object() : null;
            if (slash == entry.path().length() - 1) {
                // A whole folder outside of what is checked out (git-sparse-checkout(1)).
                tree(entry.object(), folder, entry, depth + 1);
                i++;
                continue;
            }
            String below = entry.path().substring(0, slash + 1);
            int end = i + 1;
            while (end < to && entries.get(end).path().startsWith(below)) {
                end++;
            }
            CachedTree deeper = known == null ? null : known.folder(name);
            folder(i, end, below, folder, deeper, depth + 1);
            i = end;
        }
    }

    private void file(IndexEntry entry, Trees.@Nullable Entry before) {
        boolean isSame = before != null && Arrays.equals(before.object(), entry.object());
        if (isContent(entry.mode()) && !isSame && !entry.isIntended() && entry.stage() != COMMON) {
            different.add(entry);
        }
    }

    /** Compares a tree that stands in the index as a whole. */
    private void tree(byte[] tree, byte @Nullable [] before, IndexEntry entry, int depth)
            throws IOException {
        if (Arrays.equals(tree, before)) {
            return;
        }
        if (depth > DEEPEST) {
            throw new IOException("the index has more folders in each other than can be");
        }
        Map<String, Trees.Entry> head = before == null ? Map.of() : trees.entries(before);
        for (Map.Entry<String, Trees.Entry> each : trees.entries(tree).entrySet()) {
            Trees.Entry now = each.getValue();
            Trees.Entry old = head.get(each.getKey());
            String path = entry.path() + each.getKey();
            if (isFolder(now.mode())) {
                byte[] folder = old != null && isFolder(old.mode()) ? old.object() : null;
                tree(
                        now.object(),
                        folder,
                        new IndexEntry(path + "/", now.mode(), 0, false, now.object()),
                        depth + 1);
            } else {
                file(new IndexEntry(path, now.mode(), 0, false, now.object()), old);
            }
        }
    }

    private static boolean isFolder(int mode) {
        return (mode & FileMode.KIND) == FileMode.FOLDER;
    }

    private static boolean isContent(int mode) {
        int kind = mode & FileMode.KIND;
        return kind == FileMode.FILE || kind == FileMode.LINK;
    }
}
