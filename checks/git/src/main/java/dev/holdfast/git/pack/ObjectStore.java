package dev.holdfast.git.pack;

import dev.holdfast.core.history.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;

/**
 * All objects of a repository: those of its packs, its loose ones, and those of its alternates.
 * Each has a number; the numbers of one pack lie together, in the order of the pack. Of an object
 * that lies in several places, one place counts, and the others are fallen back to.
 */
public final class ObjectStore {
    private final ObjectFormat format;
    private final List<PackOrder> packs = new ArrayList<>();
    private final IntStack firstNumbers = new IntStack();
    private final List<Survey.Gap> gaps = new ArrayList<>();
    private final LooseObjects loose;
    private final byte[] looseKinds;
    private final int firstLoose;
    private final int size;
    private final NameTable table;
    private final Copies copies;
    private boolean partial;

    private ObjectStore(List<Path> objects, ObjectFormat format) throws IOException {
        this.format = format;
        this.loose = new LooseObjects(format.length());
        ObjectFolders folders = new ObjectFolders(objects);
        long count = 0;
        for (Path folder : folders.folders()) {
            for (Path index : folders.indexes(folder)) {
                firstNumbers.push((int) count);
                count += open(index);
                if (count > Integer.MAX_VALUE / 2) {
                    throw new BrokenObjects("the repository has too many objects");
                }
            }
            try {
                loose.list(folder);
            } catch (IOException unreadable) {
                gaps.add(
                        new Survey.Gap(
                                "the loose objects", String.valueOf(unreadable.getMessage())));
            }
        }
        gaps.addAll(folders.gaps());
        this.firstLoose = (int) count;
        this.size = firstLoose + loose.count();
        this.looseKinds = new byte[loose.count()];
        this.table = new NameTable(size);
        this.copies = new Copies(size);
        number();
        new OutsideKinds(this).settle();
    }

    /**
     * Opens the store.
     *
     * @param objects the folders that objects lie in, the repository's own one first
     * @throws IOException when that is not there
     */
    public static ObjectStore open(List<Path> objects, ObjectFormat format) throws IOException {
        return new ObjectStore(objects, format);
    }

    /** Opens a pack, and says how many objects it has; none when it cannot be read. */
    private int open(Path index) {
        partial |= ObjectFolders.isPromised(index);
        try {
            Pack pack = Pack.open(index, format);
            pack.verify();
            PackOrder order = new PackOrder(pack, format);
            packs.add(order);
            return order.count();
        } catch (IOException unreadable) {
            firstNumbers.pop();
            String why =
                    unreadable instanceof BrokenObjects broken ? ": " + broken.getMessage() : "";
            gaps.add(
                    new Survey.Gap(
                            "the pack of " + index.getFileName(),
                            "cannot be read" + why + " (git fsck says more)"));
            return 0;
        }
    }

    private void number() {
        byte[] name = new byte[format.length()];
        for (int i = 0; i < size; i++) {
            name(i, name);
            int first =
                    table.putIfAbsent(
                            PackIndex.bigEndian(name, 0), i, number -> isNamed(number, name, 0));
            if (first != i) {
                copies.add(first, i);
            }
        }
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    /** How the repository names its objects. */
    public ObjectFormat format() {
        return format;
    }

    /** What cannot be read as a whole: packs, alternates. */
    public List<Survey.Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Whether objects may be elsewhere on purpose: the repository is a partial clone. */
    public boolean isPartial() {
        return partial;
    }

    /** The number of the object of that name, or -1. */
    public int find(byte[] name, int at) {
        return table.find(PackIndex.bigEndian(name, at), number -> isNamed(number, name, at));
    }

    /** Whether a number is that of the object of that name. */
    public boolean isNamed(int number, byte[] name, int at) {
        if (number >= firstLoose) {
            return loose.isNamed(number - firstLoose, name, at);
        }
        int p = packOf(number);
        PackOrder order = packs.get(p);
        int position = order.position(number - firstNumbers.get(p));
        return order.pack().index().isNamed(position, name, at);
    }

    int packOf(int number) {
        int low = 0;
        int high = packs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstNumbers.get(middle) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The name of an object. */
    public void name(int number, byte[] into) {
        if (number >= firstLoose) {
            loose.name(number - firstLoose, into, 0);
            return;
        }
        int p = packOf(number);
        PackOrder order = packs.get(p);
        order.pack().index().name(order.position(number - firstNumbers.get(p)), into, 0);
    }

    /** The name of an object in hexadecimal. */
    public String hex(int number) {
        byte[] name = new byte[format.length()];
        name(number, name);
        return HexFormat.of().formatHex(name);
    }

    /** Whether the object lies in a file of its own. */
    public boolean isLoose(int number) {
        return number >= firstLoose;
    }

    /**
     * The kind of an object of a pack, or of a loose one that was read before; unknown of a delta
     * that hangs on nothing.
     */
    public int kind(int number) {
        if (number >= firstLoose) {
            return looseKinds[number - firstLoose];
        }
        int p = packOf(number);
        return packs.get(p).kind(number - firstNumbers.get(p));
    }

    /** Every object of the packs that is of one of the kinds, each once. */
    public BitSet ofKinds(int... wanted) {
        BitSet found = new BitSet(size);
        for (int p = 0; p < packs.size(); p++) {
            PackOrder order = packs.get(p);
            int first = firstNumbers.get(p);
            for (int i = 0; i < order.count(); i++) {
                for (int kind : wanted) {
                    if (order.kind(i) == kind && !copies.isCopy(first + i)) {
                        found.set(first + i);
                    }
                }
            }
        }
        return found;
    }

    /** Asks for some objects: finds out which bases are needed to make them. */
    public Selection select(BitSet wanted) {
        BitSet needed = new BitSet(size);
        for (int number = wanted.nextSetBit(0);
                number >= 0;
                number = wanted.nextSetBit(number + 1)) {
            if (number >= firstLoose) {
                needed.set(number);
                continue;
            }
            int p = packOf(number);
            PackOrder order = packs.get(p);
            int first = firstNumbers.get(p);
            for (int each = number - first;
                    each >= 0 && !needed.get(first + each);
                    each = order.base(each)) {
                needed.set(first + each);
            }
        }
        return new Selection(wanted, needed);
    }

    /** Takes note of what a loose object turned out to be. */
    void looseKind(int number, int kind) {
        looseKinds[number - firstLoose] = (byte) kind;
    }

    List<PackOrder> packs() {
        return packs;
    }

    int firstNumber(int pack) {
        return firstNumbers.get(pack);
    }

    /** The number of the first loose object; all behind it are loose too. */
    public int firstLoose() {
        return firstLoose;
    }

    Copies copies() {
        return copies;
    }

    LooseObjects loose() {
        return loose;
    }
}
