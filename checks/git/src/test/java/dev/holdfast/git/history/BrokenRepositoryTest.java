package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.git.GitProgram;
import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken in a repository, it is never a crash, and never less without a word. */
class BrokenRepositoryTest {
    private static final int HASH = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private GitProgram grown(long seed) throws IOException {
        GitProgram git = GitProgram.init(folder);
        git.grow(20, new Random(seed));
        git.run("tag", "-a", "v1", "-m", "a tag");
        git.run("pack-refs", "--all");
        return git;
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        assertTrue(file.toFile().setWritable(true));
        Files.write(file, bytes);
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
                Arrays.fill(bytes, from, to, (byte) random.nextInt(256));
            }
            default -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    private void accountsFor(Set<String> sound, String what)
            throws IOException, InterruptedException {
        Surveyed surveyed;
        try {
            surveyed = Surveyed.all(folder);
        } catch (IOException | UserProblem told) {
            assertTrue(told.getMessage() != null, what);
            return;
        }
        if (!surveyed.names().containsAll(sound)) {
            assertFalse(surveyed.gaps().isEmpty() && surveyed.unreadable().isEmpty(), what);
        }
    }

    @Test
    void damageToAnyFileIsSaid() throws IOException, InterruptedException {
        GitProgram git = grown(31);
        git.run("repack", "-q", "-a", "-d", "-f");
        git.write("loose.txt", "loose");
        git.commit("a loose one");
        Set<String> sound = Surveyed.all(folder).names();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(git.gitFolder())) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("hooks"))
                    .filter(file -> !file.toString().contains("info"))
                    .filter(file -> !file.toString().contains("logs"))
                    .forEach(files::add);
        }
        files.sort(null);
        Random random = new Random(32);
        for (int round = 0; round < 400; round++) {
            Path file = files.get(random.nextInt(files.size()));
            String name = file.getFileName().toString();
            // A config that is cut off is another one, and a HEAD or branch may be one of less.
            byte[] whole = Files.readAllBytes(file);
            if (whole.length == 0 || name.equals("config") || name.equals("HEAD")) {
                continue;
            }
            overwrite(file, damaged(whole, random));
            accountsFor(sound, "round " + round + " " + name);
            Files.write(file, whole);
        }
        assertEquals(sound, Surveyed.all(folder).names());
    }

    private static void pipe(Path at) throws IOException, InterruptedException {
        Files.deleteIfExists(at);
        try {
            new ProcessBuilder("mkfifo", at.toString()).start().waitFor();
        } catch (IOException none) {
            Assumptions.abort("there is no mkfifo program: " + none.getMessage());
        }
    }

    @Test
    void pipesInTheStoreAreSaidAndNotWaitedFor() throws IOException, InterruptedException {
        GitProgram git = grown(35);
        String loose = git.line("rev-parse", "HEAD:src/part0/file0.txt");
        pipe(git.objects().resolve(loose.substring(0, 2)).resolve(loose.substring(2)));
        pipe(git.gitFolder().resolve("refs/heads/pipe"));
        pipe(git.objects().resolve("pack/pack-pipe.idx"));
        Surveyed surveyed = Surveyed.all(folder);
        assertEquals(1, surveyed.unreadable().size(), surveyed.unreadable().toString());
        assertTrue(surveyed.unreadable().getFirst().startsWith(loose));
        assertEquals(2, surveyed.gaps().size(), surveyed.gaps().toString());
        pipe(git.gitFolder().resolve("packed-refs"));
        assertTrue(Surveyed.all(folder).gaps().contains("packed-refs is no file"));
    }

    /** Puts the checksum of what stands before it at the end. */
    private static void sign(byte[] bytes, int end) {
        MessageDigest digest = ObjectFormat.SHA_1.digest();
        digest.update(bytes, 0, end);
        System.arraycopy(digest.digest(), 0, bytes, end, HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void craftedPacksWithRightChecksumsAreNoCrash(String version)
            throws IOException, InterruptedException {
        GitProgram git = grown(33);
        git.run("-c", "pack.indexVersion=" + version, "repack", "-q", "-a", "-d", "-f");
        Path pack = git.packs(".pack").getFirst();
        Path index = git.packs(".idx").getFirst();
        byte[] packBytes = Files.readAllBytes(pack);
        byte[] indexBytes = Files.readAllBytes(index);
        Random random = new Random(34);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = packBytes.clone();
            byte[] names = indexBytes.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[12 + random.nextInt(bytes.length - 32)] ^= (byte) (1 << random.nextInt(8));
                if (random.nextBoolean()) {
                    names[random.nextInt(names.length - 40)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            sign(bytes, bytes.length - HASH);
            System.arraycopy(bytes, bytes.length - HASH, names, names.length - 2 * HASH, HASH);
            sign(names, names.length - HASH);
            overwrite(pack, bytes);
            overwrite(index, names);
            accountsFor(Set.of(), "version " + version + " round " + round);
        }
    }
}
