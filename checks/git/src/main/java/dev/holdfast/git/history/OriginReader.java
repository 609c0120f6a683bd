package dev.holdfast.git.history;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.pack.ObjectContent;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.StoreReader;
import java.io.IOException;
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
        if (reach.messages().get(number)) {
            return message(number);
        }
        return of(reach.firstCommit(number), path(number));
    }

    /** A commit's or a tag's own text comes from whoever wrote it. */
    private Survey.Origin message(int number) {
        int commit = reach.commitOf(number);
        String name = store.hex(number);
        String path = (commit == number ? "commit " : "tag ") + name;
        String named = commit < 0 ? "" : store.hex(commit);
        try {
            CommitHeader header = CommitHeader.of(reader.read(number));
            return new Survey.Origin(named, header.author(), header.date(), path);
        } catch (IOException unreadable) {
            return new Survey.Origin(named, "", "", path);
        }
    }

    /** What is known of a commit; nothing of -1. */
    Survey.Origin of(int commit, String path) {
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
        TreeEntries entries = new TreeEntries(tree.bytes(), tree.length(), store.format().length());
        while (entries.next()) {
            int found = store.find(tree.bytes(), entries.hash());
            if (found == child || (found >= 0 && isReplaced(found, child))) {
                return entries.name();
            }
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
