package dev.holdfast.secrets.archive;

import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Archives of every kind: entries and problems, never a failure; within the limits; and the same
 * ones however the bytes come.
 */
public final class ArchiveTarget implements Target {
    private static final Limits LIMITS = new Limits(50, 1 << 18, 1 << 16, 1000, 3);
    private static final int LONGEST_WORD = 210;

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<byte[]> seeds() {
        byte[] text = Text.bytes("some text of an entry\n".repeat(4));
        List<byte[]> seeds = new ArrayList<>();
        for (boolean stored : new boolean[] {true, false}) {
            seeds.add(zip(text, stored));
            seeds.add(gzip(zip(text, stored)));
        }
        byte[] tar = tar(text);
        seeds.add(tar);
        seeds.add(gzip(tar));
        seeds.add(zip(tar, false));
        seeds.addAll(new ZstdTarget().seeds());
        return seeds;
    }

    private static byte[] zip(byte[] content, boolean stored) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("a.txt", "dir/b.txt")) {
                ZipEntry entry = new ZipEntry(name);
                if (stored) {
                    CRC32 checksum = new CRC32();
                    checksum.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(checksum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return out.toByteArray();
    }

    private static byte[] tar(byte[] content) {
        byte[] tar = new byte[512 * 4];
        put(tar, 0, "a.txt");
        put(tar, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(tar, 124, "%011o\0".formatted(content.length) + "00000000000\0" + "        0");
        put(tar, 257, "ustar\00000");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xFF;
        }
        put(tar, 148, "%06o\0 ".formatted(sum));
        System.arraycopy(content, 0, tar, 512, content.length);
        return tar;
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = Text.bytes(text);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    @Override
    public void run(byte[] input) throws IOException {
        Archives.isPacked(input, input.length);
        List<String> once = told(new ByteArrayInputStream(input));
        List<String> pieces = told(new Pieces(input));
        if (!once.equals(pieces)) {
            throw new AssertionError(once + " became " + pieces);
        }
    }

    private static List<String> told(InputStream in) throws IOException {
        List<String> told = new ArrayList<>();
        long[] entries = {0};
        Unpacked unpacked =
                Archives.unpack(
                        in,
                        LIMITS,
                        (path, content) -> {
                            byte[] bytes = content.readAllBytes();
                            check(bytes.length <= LIMITS.entryBytes(), "an entry is too large");
                            path.forEach(ArchiveTarget::printable);
                            told.add(path + " " + Arrays.hashCode(bytes));
                            entries[0]++;
                        });
        check(entries[0] <= LIMITS.entries(), "too many entries");
        check(unpacked.bytes() <= LIMITS.depth() * LIMITS.totalBytes(), "too many bytes");
        unpacked.problems().forEach(ArchiveTarget::clean);
        told.addAll(unpacked.problems());
        return told;
    }

    private static void printable(String word) {
        check(word.length() <= LONGEST_WORD, "a name of " + word.length());
        clean(word);
    }

    private static void clean(String word) {
        check(word.chars().noneMatch(Character::isISOControl), "a control character is shown");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
