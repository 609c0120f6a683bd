package dev.holdfast.secrets.archive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut and flipped bytes end in a problem that is told, never in an exception or without an end. */
class BrokenArchivesTest {
    private static final int ROUNDS = 2_000;
    private static final Limits LIMITS = new Limits(1_000, 4 << 20, 1 << 20, 1000, 3);

    private static final Limits DEEP = new Limits(1_000, 4 << 20, 1 << 20, 1000, 5);

    @TempDir Path folder;

    private List<byte[]> seeds() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 800; i++) {
            text.append("line ").append(i * 7919 % 1009).append('\n');
        }
        byte[] zip = Packed.zip("a", text.toString(), "b", "short", "c.gz", Packed.gzip(zeros()));
        byte[] tar = Packed.tar("d".repeat(150), text.toString(), "e.zip", zip);
        List<byte[]> seeds =
                new ArrayList<>(List.of(zip, tar, Packed.gzip(tar), Packed.zip("t", tar)));
        Files.writeString(folder.resolve("a"), text);
        try {
            Programs.need("zstd");
            seeds.add(Programs.run(folder, "zstd", "-q", "-c", "-19", "a"));
            seeds.add(Programs.run(folder, "zstd", "-q", "-c", "--no-check", "a"));
            seeds.add(Programs.filter(folder, tar, "zstd", "-q", "-c"));
        } catch (org.opentest4j.TestAbortedException missing) {
            System.out.println("without Zstandard: " + missing.getMessage());
        }
        return seeds;
    }

    private static byte[] zeros() {
        return new byte[5000];
    }

    @Test
    void staysCalm() throws Exception {
        List<byte[]> seeds = seeds();
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(round);
            byte[] broken = damage(seeds.get(round % seeds.size()).clone(), random);
            try {
                Unpacked unpacked = Found.counted(new ByteArrayInputStream(broken), LIMITS);
                assertTrue(unpacked.bytes() <= 4 * LIMITS.totalBytes());
            } catch (IOException | RuntimeException | Error failed) {
                throw new AssertionError("seed " + round, failed);
            }
        }
    }

    @Test
    void neverPassesWhatIsCutOff() throws Exception {
        for (byte[] whole : seeds()) {
            Unpacked all = Found.counted(new ByteArrayInputStream(whole), DEEP);
            assertTrue(all.problems().isEmpty(), all.problems().toString());
            SplittableRandom random = new SplittableRandom(whole.length);
            for (int round = 0; round < 50; round++) {
                int length = 520 + random.nextInt(whole.length - 520);
                Unpacked cut =
                        Found.counted(new ByteArrayInputStream(Arrays.copyOf(whole, length)), DEEP);
                assertTrue(
                        !cut.problems().isEmpty() || cut.bytes() == all.bytes(),
                        "cut to " + length + " of " + whole.length);
            }
        }
    }

    private static byte[] damage(byte[] bytes, SplittableRandom random) {
        int from = 4;
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                int at = from + random.nextInt(bytes.length - from);
                int length = random.nextInt(Math.min(64, bytes.length - at));
                for (int i = at; i < at + length; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                int to = from + random.nextInt(bytes.length - from);
                int begin = random.nextInt(bytes.length);
                int length = random.nextInt(bytes.length - Math.max(to, begin));
                System.arraycopy(bytes, begin, bytes, to, length);
            }
            default -> {
                for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                    int at = from + random.nextInt(bytes.length - from);
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }
}
