package dev.holdfast.git.history;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.pack.ObjectContent;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.StoreReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads the few commits and trees that tell where a content came from. */
final class OriginReader implements AutoCloseable {
    private static final String UNKNOWN_NAME = "?";

    private final ObjectStore store;
    private final Reach reach;
    private final Map<Integer, Integer> replacements;
    private final StoreReader reader;

    OriginReader(ObjectStore store, Reach reach, Map<Integer, Integer> replacements) {
        this.store = store;
        this.reach = reach;
        this.replacements = replacements;
        this.reader = new StoreReader(store);
    }

    Survey.Origin of(int number) {
        String path = path(number);
        int commit = reach.firstCommit(number);
        if (commit < 0) {
            return new Survey.Origin("", "", "", path);
        }
        try {
            CommitHeader header = CommitHeader.of(reader.read(commit));
            return new Survey.Origin(store.hex(commit), header.author(), header.date(), path);
        } catch (IOException unreadable) {
            return new Survey.Origin(store.hex(commit), "", "", path);
        }
    }

    /** The names on the way from the root of the tree to the object. */
    private String path(int number) {
        StringBuilder path = new StringBuilder();
        int child = number;
        for (int tree = reach.parent(child); tree >= 0; tree = reach.parent(child)) {
            String name;
            try {
                name = name(reader.read(tree), child);
            } catch (IOException unreadable) {
                name = UNKNOWN_NAME;
            }
            path.insert(0, path.isEmpty() ? name : name + "/");
            child = tree;
        }
        return path.toString();
    }

    /** The name of the first entry that is the object, or that the object takes the place of. */
    private String name(ObjectContent tree, int child) {
        byte[] bytes = tree.bytes();
        int hashLength = store.format().length();
        int at = 0;
        while (at < tree.length()) {
            while (at < tree.length() && bytes[at] != ' ' && bytes[at] != 0) {
                at++;
            }
            int start = Math.min(at + 1, tree.length());
            while (at < tree.length() && bytes[at] != 0) {
                at++;
            }
            if (at + 1 + hashLength > tree.length()) {
                break;
            }
            int found = store.find(bytes, at + 1);
            if (found == child || (found >= 0 && isReplaced(found, child))) {
                return new String(bytes, start, Math.max(0, at - start), StandardCharsets.UTF_8);
            }
            at += 1 + hashLength;
        }
        return UNKNOWN_NAME;
    }

    private boolean isReplaced(int found, int by) {
        Integer replacement = replacements.get(found);
        return replacement != null && replacement == by;
    }

    @Override
    public void close() {
        reader.close();
    }
}
