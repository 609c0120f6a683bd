package dev.holdfast.secrets.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** Archives that are made to exhaust who opens them. */
class BombsTest {
    private static final int MEBIBYTE = 1 << 20;

    private static Unpacked count(byte[] archive) throws IOException {
        return count(archive, Limits.DEFAULT);
    }

    private static Unpacked count(byte[] archive, Limits limits) throws IOException {
        return Found.counted(new ByteArrayInputStream(archive), limits);
    }

    @Test
    void stopsAtTheRatioOfZeros() throws IOException {
        Unpacked unpacked = count(Packed.gzip(new byte[200 * MEBIBYTE]));
        assertEquals(
                List.of(
                        "unpacks to more than 1000 times its size, as bombs do; the rest was not"
                                + " looked at"),
                unpacked.problems());
        assertTrue(unpacked.bytes() <= 201L * MEBIBYTE, "bytes: " + unpacked.bytes());
    }

    @Test
    void letsHarmlessZerosPass() throws IOException {
        Unpacked unpacked = count(Packed.gzip(new byte[60 * MEBIBYTE]));
        assertEquals(new Unpacked(1, 60L * MEBIBYTE, List.of()), unpacked);
    }

    @Test
    void stopsAtTheRatioOfNestedBombs() throws IOException {
        byte[] inner = Packed.gzip(new byte[100 * MEBIBYTE]);
        byte[] bomb = Packed.zip("a.zip", Packed.zip("b.gz", inner));
        Unpacked unpacked = count(bomb);
        assertEquals(1, unpacked.problems().size(), unpacked.problems().toString());
        assertTrue(unpacked.problems().getFirst().startsWith("unpacks to more than 1000 times"));
        assertTrue(unpacked.bytes() <= 65L * MEBIBYTE, "bytes: " + unpacked.bytes());
    }

    @Test
    void stopsAtTheTotal() throws IOException {
        Limits limits = new Limits(100, 1000, 1000, 1000, 3);
        Unpacked unpacked = count(Packed.tar("a", "x".repeat(800), "b", "y".repeat(800)), limits);
        assertEquals(
                List.of("holds more than 1000 bytes; the rest was not looked at"),
                unpacked.problems());
        assertTrue(unpacked.bytes() <= 1000);
    }

    @Test
    void passesOverTheEntryThatIsTooLarge() throws IOException {
        Limits limits = new Limits(100, 100_000, 1000, 1000, 3);
        byte[] archive = Packed.tar("large", "x".repeat(50_000), "small", "found");
        Found found = Found.in(archive, limits);
        assertEquals("found", found.texts().getLast());
        assertEquals(List.of("holds tar large, which is larger than 1000 bytes"), found.problems());
        assertEquals(List.of(), count(Packed.tar("a", "x".repeat(1000)), limits).problems());
    }

    @Test
    void stopsAtTooManyEntries() throws IOException {
        Limits limits = new Limits(2, 1000, 1000, 1000, 3);
        Found found = Found.in(Packed.tar("a", "1", "b", "2", "c", "3"), limits);
        assertEquals(List.of("1", "2"), found.texts());
        assertEquals(
                List.of("holds more than 2 entries; the rest was not looked at"), found.problems());
        assertEquals(List.of(), Found.in(Packed.tar("a", "1", "b", "2"), limits).problems());
    }

    @Test
    void doesNotBelieveTheSizeOfTar() throws IOException {
        byte[] tar = Packed.tar("a", "text");
        // Octal for nearly 8 GiB; then the check sum is made to fit.
        Arrays.fill(tar, 124, 135, (byte) '7');
        fixCheckSum(tar);
        Unpacked unpacked = count(tar);
        assertEquals(List.of("holds tar a, which is broken or cut off"), unpacked.problems());
        assertTrue(unpacked.bytes() < tar.length);
    }

    @Test
    void doesNotHoldAnEndlessNameOfTar() throws IOException {
        byte[] header = Arrays.copyOf(Packed.tar("a", "text"), 512);
        header[156] = TarConstants.LF_GNUTYPE_LONGNAME;
        Arrays.fill(header, 124, 135, (byte) '7');
        fixCheckSum(header);
        byte[] name = new byte[20 * MEBIBYTE];
        Arrays.fill(name, (byte) 'n');
        Unpacked unpacked = count(Packed.join(header, name));
        assertEquals(List.of("has a header of more than 64 KiB"), unpacked.problems());
    }

    @Test
    void doesNotNestInEndlessHeadersOfTar() throws Exception {
        byte[] header = Arrays.copyOf(Packed.tar("a", ""), 512);
        for (byte kind :
                new byte[] {
                    TarConstants.LF_GNUTYPE_LONGNAME,
                    TarConstants.LF_GNUTYPE_LONGLINK,
                    TarConstants.LF_PAX_EXTENDED_HEADER_LC,
                    TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER
                }) {
            header[156] = kind;
            fixCheckSum(header);
            byte[] headers = new byte[4 * MEBIBYTE];
            for (int at = 0; at < headers.length; at += header.length) {
                System.arraycopy(header, 0, headers, at, header.length);
            }
            AtomicReference<Object> ended = new AtomicReference<>();
            // A quarter of the stack that threads have.
            Thread thread =
                    new Thread(
                            null,
                            () -> {
                                try {
                                    ended.set(count(headers).problems().size());
                                } catch (IOException | Error failed) {
                                    ended.set(failed);
                                }
                            },
                            "shallow",
                            256 << 10);
            thread.start();
            thread.join();
            assertEquals(1, ended.get(), "kind " + (char) kind);
        }
    }

    private static void fixCheckSum(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i] & 0xFF;
        }
        byte[] digits = Packed.bytes(String.format("%06o", sum));
        System.arraycopy(digits, 0, header, 148, digits.length);
        header[154] = 0;
    }

    @Test
    void saysThatEntriesOfZipOverlap() throws IOException {
        byte[] zip = Packed.zip("a", "x".repeat(5000), "b", "y".repeat(5000));
        // The second entry of the directory points where the first does.
        int second = Bytes.lastIndexOf(zip, 0x02014B50);
        Arrays.fill(zip, second + 42, second + 46, (byte) 0);
        Unpacked unpacked = count(zip);
        assertTrue(
                unpacked.problems().contains("has entries that overlap"),
                unpacked.problems().toString());
    }
}
