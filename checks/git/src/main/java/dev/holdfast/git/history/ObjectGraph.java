package dev.holdfast.git.history;

import dev.holdfast.git.pack.ObjectContent;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.ObjectType;
import dev.holdfast.git.pack.StoreReader;
import dev.holdfast.git.pack.StoreWalk;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What commits and trees name, read once and kept as numbers: those of packs in the order of the
 * packs, loose ones when they are asked for. Objects that cannot be read are kept with the reason.
 */
final class ObjectGraph implements AutoCloseable {
    private static final int[] NOTHING = new int[0];
    private static final int STANDS_FOR_ITSELF = -1;
    private static final int TREE_LINKS = 3;

    private final ObjectStore store;
    private final MissingObjects missing;
    private final int firstLoose;
    private final int[] @Nullable [] named;
    private final int[] commitSeconds;
    private final byte[] kinds;
    private final @Nullable String[] broken;
    private final boolean[] namedAsTree;
    private final boolean[] namedAsFile;
    private final StoreReader reader;
    private int[] entries = new int[256];
    private int[] links = new int[64];

    private ObjectGraph(ObjectStore store) {
        int size = store.size();
        this.store = store;
        this.missing = new MissingObjects(store.format().length());
        this.firstLoose = store.firstLoose();
        this.named = new int[size][];
        this.commitSeconds = new int[size];
        this.kinds = new byte[size];
        this.broken = new String[size];
        this.namedAsTree = new boolean[size - firstLoose];
        this.namedAsFile = new boolean[size - firstLoose];
        this.reader = new StoreReader(store);
    }

    /** Reads every commit, tree and tag of the packs. */
    static ObjectGraph read(ObjectStore store, int threads) throws InterruptedException {
        ObjectGraph graph = new ObjectGraph(store);
        BitSet wanted = store.ofKinds(ObjectType.COMMIT, ObjectType.TREE, ObjectType.TAG);
        new StoreWalk(store, store.select(wanted), threads).run(() -> new GraphSink(graph, store));
        return graph;
    }

    /** Keeps what a tree names. */
    void tree(int number, int[] entries, int count) {
        int[] kept = new int[count + 1];
        kept[0] = STANDS_FOR_ITSELF;
        System.arraycopy(entries, 0, kept, 1, count);
        kinds[number] = ObjectType.TREE;
        named[number] = kept;
    }

    /**
     * Keeps how a tree differs from another one.
     *
     * @param same how many entries at the beginning are those of the base
     * @param sameAgain from which entry of the base on the rest is that of the base
     * @param entries what stands between
     */
    void tree(int number, int base, int same, int sameAgain, int[] entries, int from, int to) {
        int[] kept = new int[TREE_LINKS + to - from];
        kept[0] = base;
        kept[1] = same;
        kept[2] = sameAgain;
        System.arraycopy(entries, from, kept, TREE_LINKS, to - from);
        kinds[number] = ObjectType.TREE;
        named[number] = kept;
    }

    void commit(int number, int seconds, int[] treeAndParents) {
        kinds[number] = ObjectType.COMMIT;
        commitSeconds[number] = seconds;
        named[number] = treeAndParents;
    }

    void tag(int number, int target) {
        kinds[number] = ObjectType.TAG;
        named[number] = new int[] {target};
    }

    void broken(int number, String why) {
        broken[number] = why;
    }

    /** Takes note of what a tree says of an object, so that it need not be opened to know. */
    void namedAs(int number, boolean isTree) {
        if (number >= firstLoose) {
            (isTree ? namedAsTree : namedAsFile)[number - firstLoose] = true;
        }
    }

    MissingObjects missing() {
        return missing;
    }

    /** The number of the object of that name; negative when it is not there. */
    int number(byte[] name, int at) {
        int found = store.find(name, at);
        return found >= 0 ? found : missing.number(name, at);
    }

    /** One of {@link ObjectType}. */
    int kind(int number) {
        if (kinds[number] == ObjectType.UNKNOWN) {
            if (number < firstLoose) {
                return store.kind(number);
            }
            if (namedAsFile[number - firstLoose] && !namedAsTree[number - firstLoose]) {
                return ObjectType.BLOB;
            }
            load(number);
        }
        return kinds[number];
    }

    /** Reads a loose object, if it is none that names others. */
    private void load(int number) {
        try {
            int kind = broken[number] == null ? reader.looseKind(number) : ObjectType.UNKNOWN;
            kinds[number] = (byte) kind;
            if (kind != ObjectType.BLOB && kind != ObjectType.UNKNOWN) {
                ObjectContent content = reader.read(number);
                new GraphSink(this, store).read(kind, number, content.bytes(), content.length());
            }
        } catch (IOException unreadable) {
            broken(number, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Why the object cannot be followed, or null. */
    @Nullable String why(int number) {
        return broken[number];
    }

    /** What a commit names, its tree first, then its parents; what a tag names. */
    int[] named(int number) {
        int[] all = named[number];
        return all == null || kinds[number] == ObjectType.TREE ? NOTHING : all;
    }

    /** Makes the entries of a tree, and says how many there are; the next call replaces them. */
    int entries(int tree) {
        int length = 0;
        int depth = 0;
        int[] each = named[tree];
        while (each != null && each[0] != STANDS_FOR_ITSELF) {
            if (depth == links.length) {
                links = Arrays.copyOf(links, 2 * depth);
            }
            links[depth++] = tree;
            tree = each[0];
            each = named[tree];
        }
        if (each != null) {
            length = each.length - 1;
            ensure(length);
            System.arraycopy(each, 1, entries, 0, length);
        }
        while (depth > 0) {
            int[] link = named[links[--depth]];
            if (link != null) {
                length = splice(link, length);
            }
        }
        return length;
    }

    private int splice(int[] link, int length) {
        int same = link[1];
        int own = link.length - TREE_LINKS;
        int rest = length - link[2];
        ensure(same + own + rest);
        if (link[2] != same + own) {
            System.arraycopy(entries, link[2], entries, same + own, rest);
        }
        System.arraycopy(link, TREE_LINKS, entries, same, own);
        return same + own + rest;
    }

    private void ensure(int length) {
        if (length > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(length, 2 * entries.length));
        }
    }

    /** One of the entries that were made last. */
    int entry(int at) {
        return entries[at];
    }

    /** When the commit was made, in seconds since 1970, as an unsigned number. */
    long seconds(int commit) {
        return commitSeconds[commit] & 0xFFFFFFFFL;
    }

    @Override
    public void close() {
        reader.close();
    }
}
