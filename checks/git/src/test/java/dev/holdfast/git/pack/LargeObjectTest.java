package dev.holdfast.git.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that do not fit into memory: as streams where that can be, else with a word. */
class LargeObjectTest {
    private static final WalkMemory SMALL = new WalkMemory(1 << 12, 1 << 10, 1 << 12);
    private static final String LARGE = "0123456789\n".repeat(2_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @BeforeEach
    void init() {
        git = GitProgram.init(folder);
    }

    /** Takes what comes, and as what. */
    private static final class Taking implements ObjectSink {
        private final ObjectStore store;
        private final Map<String, String> whole = Collections.synchronizedMap(new TreeMap<>());
        private final Map<String, String> streamed = Collections.synchronizedMap(new TreeMap<>());
        private final List<String> unreadable = Collections.synchronizedList(new ArrayList<>());

        Taking(ObjectStore store) {
            this.store = store;
        }

        @Override
        public void object(
                int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
            whole.put(store.hex(number), new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void large(int number, long length, InputStream content) throws IOException {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(length, text.length());
            streamed.put(store.hex(number), text);
        }

        @Override
        public void unreadable(int number, String why) {
            unreadable.add(store.hex(number) + " " + why);
        }
    }

    private Taking walk() throws IOException, InterruptedException {
        ObjectStore store = ObjectStore.open(List.of(git.objects()), ObjectFormat.SHA_1);
        BitSet all = new BitSet();
        all.set(0, store.size());
        Taking taking = new Taking(store);
        new StoreWalk(store, store.select(all), 2, SMALL).run(() -> taking);
        return taking;
    }

    @Test
    void comeAsStreamsLooseOrPacked() throws IOException, InterruptedException {
        git.write("large.txt", LARGE);
        git.write("small.txt", "small");
        git.commit("one");
        String name = git.line("rev-parse", "HEAD:large.txt");
        for (boolean packed : new boolean[] {false, true}) {
            if (packed) {
                git.run("repack", "-q", "-a", "-d");
            }
            Taking taking = walk();
            assertEquals(Map.of(name, LARGE), taking.streamed);
            assertTrue(taking.whole.containsValue("small"));
            assertEquals(List.of(), taking.unreadable);
        }
    }

    @Test
    void deltasOnThemAreSaidToBeUnreadable() throws IOException, InterruptedException {
        git.write("large.txt", LARGE);
        git.commit("one");
        git.write("large.txt", LARGE + "and more\n");
        git.commit("two");
        git.run("repack", "-q", "-a", "-d", "-f");
        Taking taking = walk();
        assertEquals(1, taking.streamed.size());
        assertEquals(1, taking.unreadable.size(), taking.unreadable.toString());
        assertTrue(taking.unreadable.getFirst().contains("fits into memory"));
    }

    @Test
    void brokenStreamsAreSaid() throws IOException, InterruptedException {
        String name = git.blob(LARGE);
        Path file = git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        assertTrue(file.toFile().setWritable(true));
        Files.write(file, bytes);
        Taking taking = walk();
        assertEquals(Map.of(), taking.streamed);
        assertEquals(1, taking.unreadable.size());
        assertTrue(taking.unreadable.getFirst().startsWith(name));
    }

    @Test
    void streamsUnderAnotherNameAreSaidAtTheirEnd() throws IOException, InterruptedException {
        String right = git.blob(LARGE);
        String wrong = git.blob(LARGE.replace('1', '2'));
        Path file = git.objects().resolve(wrong.substring(0, 2)).resolve(wrong.substring(2));
        assertTrue(file.toFile().setWritable(true));
        Files.write(
                file,
                Files.readAllBytes(
                        git.objects().resolve(right.substring(0, 2)).resolve(right.substring(2))));
        Taking taking = walk();
        assertEquals(Map.of(right, LARGE), taking.streamed);
        assertEquals(1, taking.unreadable.size());
        assertTrue(taking.unreadable.getFirst().startsWith(wrong + " its content is not"));
    }
}
