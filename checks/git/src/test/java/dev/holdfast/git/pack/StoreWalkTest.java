package dev.holdfast.git.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreWalkTest {
    private static final WalkMemory ROOMY = new WalkMemory(1L << 24, 1 << 20, 1 << 24);
    private static final WalkMemory TIGHT = new WalkMemory(1, 64, 1 << 24);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Takes every object and holds its content against its name, which is its hash. */
    private static final class Proof implements ObjectSink {
        private final ObjectStore store;
        private final Map<String, String> seen = Collections.synchronizedMap(new TreeMap<>());
        private final List<String> unreadable = Collections.synchronizedList(new ArrayList<>());

        Proof(ObjectStore store) {
            this.store = store;
        }

        @Override
        public void object(
                int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
            String name = store.hex(number);
            String type = type(name, bytes, length);
            assertEquals(null, seen.put(name, type), name + " came out twice");
            for (int i = length; i < length + Inflation.SPARE; i++) {
                assertEquals(0, bytes[i]);
            }
            assertEquals(base < 0, changes == null);
            if (changes != null) {
                int end = 0;
                for (int i = 0; i < changes.count(); i++) {
                    assertTrue(changes.start(i) >= end && changes.end(i) >= changes.start(i));
                    end = changes.end(i);
                }
                assertTrue(end <= length);
            }
        }

        private String type(String name, byte[] bytes, int length) {
            for (String type : List.of("blob", "tree", "commit", "tag")) {
                if (hash(type, bytes, length, store.format().length()).equals(name)) {
                    return type;
                }
            }
            throw new AssertionError(name + " has not the content of its name");
        }

        @Override
        public void unreadable(int number, String why) {
            unreadable.add(store.hex(number) + " " + why);
        }
    }

    private static String hash(String type, byte[] bytes, int length, int hashLength) {
        try {
            MessageDigest digest =
                    MessageDigest.getInstance(hashLength == 20 ? "SHA-1" : "SHA-256");
            digest.update((type + " " + length + "\0").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Proof walk(ObjectStore store, BitSet wanted, int threads, WalkMemory memory)
            throws InterruptedException {
        Proof proof = new Proof(store);
        new StoreWalk(store, store.select(wanted), threads, memory).run(() -> proof);
        return proof;
    }

    private static BitSet everything(ObjectStore store) {
        BitSet all = new BitSet();
        all.set(0, store.size());
        return all;
    }

    private static List<String> told(Proof proof) {
        return proof.seen.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void handsOutEveryObjectOnce(String format) throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(folder, format);
        git.grow(60, new Random(3));
        git.run("tag", "-a", "v1", "-m", "a tag");
        git.run("gc", "-q", "--aggressive", "--prune=now");
        git.write("later.txt", "loose");
        git.commit("a loose one");
        ObjectStore store =
                ObjectStore.open(
                        List.of(git.objects()),
                        format.equals("sha1") ? ObjectFormat.SHA_1 : ObjectFormat.SHA_256);
        List<String> expected = git.allObjects().stream().sorted().toList();
        for (int threads : new int[] {1, 3}) {
            Proof proof = walk(store, everything(store), threads, ROOMY);
            assertEquals(expected, told(proof));
            assertEquals(List.of(), proof.unreadable);
        }
    }

    @Test
    void inflatesEachStreamOnceAndAgainOnlyPastItsBudget()
            throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(folder, "sha1");
        git.grow(80, new Random(5));
        git.run("repack", "-q", "-a", "-d", "-f", "--depth=40", "--window=40");
        git.run("prune-packed", "-q");
        ObjectStore store = ObjectStore.open(List.of(git.objects()), ObjectFormat.SHA_1);
        Proof first = new Proof(store);
        StoreWalk once = new StoreWalk(store, store.select(everything(store)), 1, ROOMY);
        once.run(() -> first);
        assertEquals(store.size(), once.streams());
        Proof second = new Proof(store);
        StoreWalk tight = new StoreWalk(store, store.select(everything(store)), 1, TIGHT);
        tight.run(() -> second);
        assertEquals(told(first), told(second));
        assertTrue(tight.streams() > store.size(), "the budget was not felt");
    }

    @Test
    void inflatesNoMoreThanWhatIsWantedNeeds() throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(folder, "sha1");
        git.grow(40, new Random(6));
        git.run("repack", "-q", "-a", "-d", "-f");
        ObjectStore store = ObjectStore.open(List.of(git.objects()), ObjectFormat.SHA_1);
        BitSet blobs = store.ofKinds(ObjectType.BLOB);
        StoreWalk walk = new StoreWalk(store, store.select(blobs), 2, ROOMY);
        Proof proof = new Proof(store);
        walk.run(() -> proof);
        assertEquals(blobs.cardinality(), proof.seen.size());
        assertEquals(blobs.cardinality(), walk.streams());
        for (int number = blobs.nextSetBit(0); number >= 0; number = blobs.nextSetBit(number + 1)) {
            BitSet one = new BitSet();
            one.set(number);
            Proof single = walk(store, one, 1, ROOMY);
            assertEquals(List.of(store.hex(number) + " blob"), told(single));
        }
    }

    @Test
    void severalPacksAlternatesAndObjectsInTwoPlaces() throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(Files.createDirectories(folder.resolve("one")), "sha1");
        git.grow(20, new Random(7));
        git.run("repack", "-q", "-a", "-d");
        git.grow(10, new Random(8));
        git.run("repack", "-q", "-d");
        git.grow(5, new Random(9));
        // Everything once more, beside the other two packs.
        git.run("repack", "-q", "-a", "--keep-unreachable");
        Path two = Files.createDirectories(folder.resolve("two"));
        GitProgram borrower = GitProgram.init(two, "sha1");
        Files.writeString(
                borrower.objects().resolve("info").resolve("alternates"),
                "# a comment\n" + git.objects() + "\n");
        ObjectStore store = ObjectStore.open(List.of(borrower.objects()), ObjectFormat.SHA_1);
        Proof proof = walk(store, distinct(store), 2, ROOMY);
        assertEquals(git.allObjects().stream().sorted().toList(), told(proof));
        assertEquals(List.of(), store.gaps());
    }

    /** Each name once. */
    private static BitSet distinct(ObjectStore store) {
        BitSet wanted = new BitSet();
        byte[] name = new byte[store.format().length()];
        for (int i = 0; i < store.size(); i++) {
            store.name(i, name);
            if (store.find(name, 0) == i) {
                wanted.set(i);
            }
        }
        return wanted;
    }

    @Test
    void brokenObjectsAreSaidAndStopNothing() throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(folder, "sha1");
        git.grow(30, new Random(11));
        git.run("repack", "-q", "-a", "-d", "-f");
        Path pack;
        try (Stream<Path> all = Files.list(git.objects().resolve("pack"))) {
            pack = all.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
        }
        byte[] sound = Files.readAllBytes(pack);
        pack.toFile().setWritable(true);
        Random random = new Random(12);
        for (int round = 0; round < 60; round++) {
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[12 + random.nextInt(bytes.length - 32)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(pack, bytes);
            ObjectStore store = ObjectStore.open(List.of(git.objects()), ObjectFormat.SHA_1);
            Counting counting = new Counting();
            StoreWalk walk = new StoreWalk(store, store.select(everything(store)), 2, ROOMY);
            walk.run(() -> counting);
            assertTrue(
                    store.gaps().size() == 1 || counting.told() == store.size(),
                    "round " + round + ": " + counting.told() + " of " + store.size());
        }
        Files.write(pack, Arrays.copyOf(sound, sound.length / 2));
        assertEquals(1, ObjectStore.open(List.of(git.objects()), ObjectFormat.SHA_1).gaps().size());
    }

    private static final class Counting implements ObjectSink {
        private int objects;
        private int unreadable;

        @Override
        public synchronized void object(
                int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
            objects++;
        }

        @Override
        public synchronized void unreadable(int number, String why) {
            unreadable++;
        }

        int told() {
            return objects + unreadable;
        }
    }
}
