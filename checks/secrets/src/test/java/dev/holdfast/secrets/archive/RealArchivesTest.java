package dev.holdfast.secrets.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that the system's own programs made. */
class RealArchivesTest {
    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "first ".repeat(1000));
        Files.writeString(folder.resolve("b.env"), "KEY=second\n");
    }

    private void assertBoth(String kind, byte[] archive) throws IOException {
        Found found = Found.in(archive);
        assertEquals(List.of(), found.problems());
        assertEquals(List.of(kind + " a.txt", kind + " b.env"), found.paths());
        assertEquals(List.of("first ".repeat(1000), "KEY=second\n"), found.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ustar", "pax", "gnu", "oldgnu", "v7"})
    void readsEachFormOfTar(String form) throws Exception {
        Programs.need("tar");
        assertBoth("tar", Programs.run(folder, "tar", "--format=" + form, "-c", "a.txt", "b.env"));
    }

    @Test
    void readsPaxAndGnuLongNames() throws Exception {
        Programs.need("tar");
        String name = "n".repeat(180);
        Files.writeString(folder.resolve(name), "long");
        for (String form : List.of("pax", "gnu")) {
            Found found = Found.in(Programs.run(folder, "tar", "--format=" + form, "-c", name));
            assertEquals(List.of("tar " + name), found.paths());
            assertEquals(List.of("long"), found.texts());
        }
    }

    @Test
    void readsSparseTar() throws Exception {
        Programs.need("tar");
        try (var channel =
                Files.newByteChannel(
                        folder.resolve("sparse"),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE,
                        java.nio.file.StandardOpenOption.SPARSE)) {
            channel.position(1 << 20);
            channel.write(StandardCharsets.US_ASCII.encode("behind the hole"));
        }
        Found found = Found.in(Programs.run(folder, "tar", "-S", "-c", "sparse", "b.env"));
        assertEquals(List.of(), found.problems());
        assertTrue(found.texts().getFirst().endsWith("behind the hole"));
        assertEquals("KEY=second\n", found.texts().get(1));
    }

    @Test
    void readsTarGz() throws Exception {
        Programs.need("gzip");
        assertBoth("gz > tar", Programs.run(folder, "tar", "-cz", "a.txt", "b.env"));
    }

    @Test
    void readsZip() throws Exception {
        Programs.need("zip");
        assertBoth("zip", Programs.run(folder, "zip", "-q", "-", "a.txt", "b.env"));
        Programs.run(folder, "zip", "-q", "out.zip", "a.txt", "b.env");
        assertBoth("zip", Files.readAllBytes(folder.resolve("out.zip")));
        Programs.run(folder, "zip", "-q", "-0", "stored.zip", "a.txt", "b.env");
        assertBoth("zip", Files.readAllBytes(folder.resolve("stored.zip")));
    }

    @Test
    void saysThatAnEntryIsEncrypted() throws Exception {
        Programs.need("zip");
        Programs.run(folder, "zip", "-q", "out.zip", "a.txt");
        Programs.run(folder, "zip", "-q", "-P", "pass", "out.zip", "b.env");
        Found found = Found.in(Files.readAllBytes(folder.resolve("out.zip")));
        assertEquals(List.of("zip a.txt"), found.paths());
        assertEquals(List.of("holds zip b.env, which is encrypted"), found.problems());
    }

    @Test
    void readsBzip2InZip() throws Exception {
        Programs.need("zip");
        Programs.run(folder, "zip", "-q", "-Z", "bzip2", "out.zip", "a.txt", "b.env");
        assertBoth("zip", Files.readAllBytes(folder.resolve("out.zip")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-3", "-9", "-19", "--fast=5", "--no-check", "--no-content-size"})
    void readsZstd(String option) throws Exception {
        Programs.need("zstd");
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 3_000_000) {
            switch (random.nextInt(4)) {
                case 0 -> text.append("word").append(random.nextInt(1000)).append(' ');
                case 1 -> text.append((char) random.nextInt(256));
                case 2 -> text.append("a".repeat(random.nextInt(300)));
                default -> {
                    int from = random.nextInt(text.length() + 1);
                    text.append(text, from, Math.min(text.length(), from + random.nextInt(2000)));
                }
            }
        }
        for (int length : List.of(0, 1, 5, 300, 70_000, text.length())) {
            byte[] content = Packed.bytes(text.substring(0, length));
            Found found = Found.in(Programs.filter(folder, content, "zstd", "-q", "-c", option));
            assertEquals(List.of(), found.problems(), option + " " + length);
            assertTrue(found.texts().equals(List.of(text.substring(0, length))));
        }
    }

    @Test
    void readsTarZstOfSeveralFrames() throws Exception {
        Programs.need("zstd");
        byte[] tar = Programs.run(folder, "tar", "-c", "a.txt", "b.env");
        byte[] first = java.util.Arrays.copyOf(tar, 1000);
        byte[] second = java.util.Arrays.copyOfRange(tar, 1000, tar.length);
        assertBoth(
                "zst > tar",
                Packed.join(
                        Programs.filter(folder, first, "zstd", "-q", "-c"),
                        Programs.filter(folder, second, "zstd", "-q", "-c")));
    }

    @Test
    void readsZstdWithLongWindowAndRefusesALongerOne() throws Exception {
        Programs.need("zstd");
        byte[] content = Packed.bytes(String.join("", Collections.nCopies(5000, "some text ")));
        assertEquals(
                List.of(),
                Found.in(Programs.filter(folder, content, "zstd", "-q", "-c", "--long=25"))
                        .problems());
        assertEquals(
                List.of("holds zst, which needs more than 32 MiB of memory to be unpacked"),
                Found.in(Programs.filter(folder, content, "zstd", "-q", "-c", "--long=26"))
                        .problems());
    }

    @Test
    void saysWhatProgramsPackThatItDoesNotOpen() throws Exception {
        Programs.need("xz");
        Programs.need("bzip2");
        byte[] text = Packed.bytes("text");
        assertEquals(
                List.of("is packed as xz, which is not opened"),
                Found.in(Programs.filter(folder, text, "xz", "-c")).problems());
        assertEquals(
                List.of("is packed as bzip2, which is not opened"),
                Found.in(Programs.filter(folder, text, "bzip2", "-c")).problems());
    }
}
