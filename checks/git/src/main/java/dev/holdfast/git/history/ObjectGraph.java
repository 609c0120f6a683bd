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
    private final EntryNames entryNames = new EntryNames();
    private int[] entries = new int[256];
    private int[] names = new int[256];
    private int length;
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

    /** Keeps what a tree names: objects, and behind them how it calls each. */
    void tree(int number, int[] entries, int[] names, int count) {
        int[] kept = new int[1 + 2 * count];
        kept[0] = STANDS_FOR_ITSELF;
        System.arraycopy(entries, 0, kept, 1, count);
        System.arraycopy(names, 0, kept, 1 + count, count);
        kinds[number] = ObjectType.TREE;
        named[number] = kept;
    }

    /**
     * Keeps how a tree differs from another one.
     *
     * @param same how many entries at the beginning are those of the base
     * @param sameAgain from which entry of the base on the rest is that of the base
     * @param from the first entry that stands between
     * @param to the end of those
     */
    void tree(
            int number,
            int base,
            int same,
            int sameAgain,
            int[] entries,
            int[] names,
            int from,
            int to) {
        int own = to - from;
        int[] kept = new int[TREE_LINKS + 2 * own];
        kept[0] = base;
        kept[1] = same;
        kept[2] = sameAgain;
        System.arraycopy(entries, from, kept, TREE_LINKS, own);
        System.arraycopy(names, from, kept, TREE_LINKS + own, own);
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
        entries = made(tree, 0, entries);
        return length;
    }

    /** Makes the numbers of the names of a tree's entries; the next call replaces them. */
    int[] names(int tree) {
        names = made(tree, 1, names);
        return names;
    }

    /**
     * Makes what a tree has from what it and those that it hangs on keep.
     *
     * @param part 0 for the objects, 1 for the names
     */
    private int[] made(int tree, int part, int[] into) {
        int[] made = into;
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
        length = 0;
        if (each != null) {
            length = own(each);
            made = ensured(made, length);
            System.arraycopy(each, 1 + part * length, made, 0, length);
        }
        while (depth > 0) {
            int[] link = named[links[--depth]];
            if (link != null) {
                made = spliced(link, part, made);
            }
        }
        return made;
    }

    private int[] spliced(int[] link, int part, int[] into) {
        int same = link[1];
        int own = own(link);
        int rest = length - link[2];
        int[] made = ensured(into, same + own + rest);
        if (link[2] != same + own) {
            System.arraycopy(made, link[2], made, same + own, rest);
        }
        System.arraycopy(link, TREE_LINKS + part * own, made, same, own);
        length = same + own + rest;
        return made;
    }

    /** How many entries of a tree are kept with it. */
    private static int own(int[] kept) {
        return (kept.length - (kept[0] == STANDS_FOR_ITSELF ? 1 : TREE_LINKS)) / 2;
    }

    private static int[] ensured(int[] made, int length) {
        return length > made.length ? Arrays.copyOf(made, Math.max(length, 2 * made.length)) : made;
    }

    /** The object of one of the entries that were made last. */
    int entry(int at) {
        return entries[at];
    }

    /** What one tree has and another has not, as far as that is known without making both. */
    @Nullable Difference difference(int tree, int other) {
        int[] own = named[tree];
        int[] others = named[other];
        if (own == null || others == null) {
            return null;
        }
        boolean hangs = own[0] != STANDS_FOR_ITSELF;
        if (hangs && own[0] == other) {
            return new Difference(own[1], own[1] + own(own));
        }
        if (others[0] == STANDS_FOR_ITSELF) {
            return null;
        }
        if (others[0] == tree) {
            return new Difference(others[1], others[2]);
        }
        return hangs && own[0] == others[0]
                ? new Difference(
                        Math.min(own[1], others[1]),
                        own[1] + own(own) + Math.max(0, others[2] - own[2]))
                : null;
    }

    /**
     * Entries of a tree between which and its ends another tree has the same.
     *
     * @param to the end of them
     */
    record Difference(int from, int to) {}

    /**
     * One entry of a tree, without the others being made.
     *
     * @param part 0 for the object, 1 for the name
     */
    int entry(int tree, int at, int part) {
        int[] each = named[tree];
        int place = at;
        while (each != null && each[0] != STANDS_FOR_ITSELF) {
            int own = own(each);
            int same = each[1];
            if (place >= same && place < same + own) {
                return each[TREE_LINKS + part * own + place - same];
            }
            place += place < same ? 0 : each[2] - same - own;
            each = named[each[0]];
        }
        return each == null ? 0 : each[1 + part * own(each) + place];
    }

    /** The number of a name of an entry, on whatever thread. */
    int name(byte[] text, int from, int to) {
        synchronized (entryNames) {
            return entryNames.number(text, from, to);
        }
    }

    /** The names of entries; not while trees are read. */
    EntryNames entryNames() {
        return entryNames;
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
