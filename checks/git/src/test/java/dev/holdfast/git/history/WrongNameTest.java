package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object that lies under the name of another one is said to, and never passes for it. */
class WrongNameTest {
    private static final String WHY =
            "its content is not the one that its name stands for (git fsck says more)";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private GitProgram two(String format) throws IOException {
        GitProgram git = GitProgram.init(folder, format);
        git.write("a.txt", "the harmless one");
        git.write("b.txt", "the other one");
        git.commit("one");
        return git;
    }

    private static Path loose(GitProgram git, String name) {
        return git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /** Puts one object into the place of another. */
    private static void plant(GitProgram git, String from, String to) throws IOException {
        Path target = loose(git, to);
        assertTrue(target.toFile().setWritable(true));
        Files.write(target, Files.readAllBytes(loose(git, from)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void aPlantedLooseContentIsSaid(String format) throws IOException, InterruptedException {
        GitProgram git = two(format);
        String harmless = git.line("rev-parse", "HEAD:a.txt");
        String other = git.line("rev-parse", "HEAD:b.txt");
        assertEquals(List.of(), Surveyed.head(folder).unreadable());
        plant(git, harmless, other);
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(List.of(other + " " + WHY), surveyed.unreadable());
        assertTrue(surveyed.names().contains(harmless));
        assertFalse(surveyed.names().contains(other));
    }

    @Test
    void aPlantedTreeOrCommitIsAGapAndNothingBelowIsTrusted()
            throws IOException, InterruptedException {
        GitProgram git = two("sha1");
        String first = git.line("rev-parse", "HEAD");
        git.write("later.txt", "later");
        String second = git.commit("two");
        String tree = git.line("rev-parse", "HEAD^{tree}");
        plant(git, git.line("rev-parse", "HEAD~1^{tree}"), tree);
        assertEquals(List.of(tree + " cannot be read: " + WHY), Surveyed.head(folder).gaps());
        plant(git, first, second);
        assertEquals(List.of(second + " cannot be read: " + WHY), Surveyed.head(folder).gaps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void namesThatAnIndexExchangesAreSaid(String format) throws IOException, InterruptedException {
        GitProgram git = two(format);
        git.grow(10, new Random(7));
        git.run("repack", "-q", "-a", "-d", "-f", "--depth=30", "--window=30");
        String left = git.line("rev-parse", "HEAD:a.txt");
        String right = git.line("rev-parse", "HEAD:b.txt");
        int all = Surveyed.head(folder).names().size();
        exchange(git, left, right);
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(
                Set.of(left + " " + WHY, right + " " + WHY), Set.copyOf(surveyed.unreadable()));
        assertEquals(all - 2, surveyed.names().size());
    }

    @Test
    void aSoundCopyElsewhereIsReadInstead() throws IOException, InterruptedException {
        GitProgram git = two("sha1");
        String left = git.line("rev-parse", "HEAD:a.txt");
        String right = git.line("rev-parse", "HEAD:b.txt");
        git.run("repack", "-q", "-a");
        Set<String> sound = Surveyed.head(folder).texts();
        exchange(git, left, right);
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(List.of(), surveyed.unreadable());
        assertEquals(sound, surveyed.texts());
    }

    /**
     * Gives each of two objects of a pack the name of the other one, checksums and all, so that
     * nothing but the content itself shows it (gitformat-pack(5), version 2).
     */
    private static void exchange(GitProgram git, String left, String right) throws IOException {
        Path index = git.packs(".idx").getFirst();
        byte[] bytes = Files.readAllBytes(index);
        int hash = left.length() / 2;
        int count = integer(bytes, 8 + 255 * 4);
        int names = 8 + 256 * 4;
        int checksums = names + count * hash;
        int offsets = checksums + 4 * count;
        int a = position(bytes, names, hash, count, left);
        int b = position(bytes, names, hash, count, right);
        swap(bytes, checksums + 4 * a, checksums + 4 * b);
        swap(bytes, offsets + 4 * a, offsets + 4 * b);
        byte[] end = sum(bytes, bytes.length - hash, hash);
        System.arraycopy(end, 0, bytes, bytes.length - hash, hash);
        assertTrue(index.toFile().setWritable(true));
        Files.write(index, bytes);
    }

    private static int position(byte[] bytes, int names, int hash, int count, String name) {
        for (int i = 0; i < count; i++) {
            int at = names + i * hash;
            if (HexFormat.of().formatHex(bytes, at, at + hash).equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " is not in the pack");
    }

    private static int integer(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    private static void swap(byte[] bytes, int a, int b) {
        for (int i = 0; i < 4; i++) {
            byte kept = bytes[a + i];
            bytes[a + i] = bytes[b + i];
            bytes[b + i] = kept;
        }
    }

    private static byte[] sum(byte[] bytes, int length, int hash) {
        try {
            MessageDigest digest = MessageDigest.getInstance(hash == 20 ? "SHA-1" : "SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
