package dev.holdfast.secrets.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Zips whose directory and whose headers tell different things. */
class HiddenEntriesTest {
    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;

    private static byte[] stored(Object... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = Packed.bytes((String) entries[i + 1]);
                ZipEntry entry = new ZipEntry((String) entries[i]);
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setCrc(crc.getValue());
                entry.setSize(content.length);
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    /** The zip without the first entry of its directory. */
    private static byte[] hideFirst(byte[] zip) {
        int first = Bytes.indexOf(zip, CENTRAL);
        int next = first + 46 + (Bytes.little(zip, first + 28) & 0xFFFF);
        byte[] hidden =
                Packed.join(Arrays.copyOf(zip, first), Arrays.copyOfRange(zip, next, zip.length));
        int end = Bytes.lastIndexOf(hidden, END);
        hidden[end + 8]--;
        hidden[end + 10]--;
        Bytes.setLittle(hidden, end + 12, Bytes.little(hidden, end + 12) - (next - first));
        return hidden;
    }

    @Test
    void findsEntryThatTheDirectoryDoesNotShow() throws IOException {
        for (byte[] zip :
                List.of(
                        Packed.zip("hidden", "secret", "shown", "text"),
                        stored("hidden", "secret", "shown", "text"))) {
            Found found = Found.in(hideFirst(zip));
            assertEquals(List.of("zip hidden", "zip shown"), found.paths());
            assertEquals(List.of("secret", "text"), found.texts());
            assertEquals(List.of(), found.problems());
        }
    }

    @Test
    void findsEntriesWhenTheDirectoryShowsNone() throws IOException {
        Found found = Found.in(hideFirst(Packed.zip("hidden", "secret")));
        assertEquals(List.of("secret"), found.texts());
    }

    @Test
    void findsEntryThatOnlyTheDirectoryShows() throws IOException {
        byte[] zip = stored("first", "text", "second", "secret");
        int second = indexOfSecondLocal(zip);
        zip[second] = 'X';
        Found found = Found.in(zip);
        assertTrue(found.texts().contains("secret"), found.texts().toString());
    }

    private static int indexOfSecondLocal(byte[] zip) {
        byte[] rest = Arrays.copyOfRange(zip, 4, zip.length);
        return Bytes.indexOf(rest, LOCAL) + 4;
    }

    @Test
    void readsBothMeaningsOfOneEntry() throws IOException {
        byte[] zip = stored("name", "0123456789");
        // The directory ends the entry after four bytes.
        int central = Bytes.indexOf(zip, CENTRAL);
        CRC32 crc = new CRC32();
        crc.update(Packed.bytes("0123"));
        Bytes.setLittle(zip, central + 16, (int) crc.getValue());
        Bytes.setLittle(zip, central + 20, 4);
        Bytes.setLittle(zip, central + 24, 4);
        Found found = Found.in(zip);
        assertEquals(List.of("0123", "0123456789"), found.texts());
    }

    @Test
    void findsEntryBehindStoredDataThatEndsEarlier() throws IOException {
        byte[] hidden = Packed.zip("hidden", "secret");
        byte[] descriptor = new byte[16];
        Bytes.setLittle(descriptor, 0, 0x08074B50);
        Bytes.setLittle(descriptor, 8, 4);
        Bytes.setLittle(descriptor, 12, 4);
        String content =
                new String(
                        Packed.join(
                                Packed.bytes("show"),
                                descriptor,
                                Arrays.copyOf(hidden, Bytes.indexOf(hidden, CENTRAL))),
                        StandardCharsets.ISO_8859_1);
        byte[] zip = stored("name", content);
        zip[6] |= 8;
        Arrays.fill(zip, 14, 26, (byte) 0);
        Found found = Found.in(zip);
        assertEquals(List.of(content, "secret"), found.texts());
    }

    @Test
    void saysThatHiddenEntryIsPackedInAnUnknownWay() throws IOException {
        byte[] zip = hideFirst(Packed.zip("hidden", "secret", "shown", "text"));
        zip[8] = 14;
        Found found = Found.in(zip);
        assertTrue(found.texts().contains("text"), found.texts().toString());
        assertEquals(
                List.of("holds zip hidden, which is packed by method 14, which is not opened"),
                found.problems());
    }

    @Test
    void saysThatEntryOfBrokenZipIsPackedByZstandard() throws IOException {
        byte[] zip = stored("first", "text", "second", "more");
        zip[indexOfSecondLocal(zip) + 8] = 93;
        Found found = Found.in(Arrays.copyOf(zip, Bytes.indexOf(zip, CENTRAL)));
        assertEquals(List.of("text"), found.texts());
        assertEquals(
                List.of(
                        "has no directory that can be read",
                        "has an entry that only its directory could open"),
                found.problems());
    }

    @Test
    void passesOverFolders() throws IOException {
        Found found = Found.in(Packed.zip("folder/", "", "folder/file", "text"));
        assertEquals(List.of("zip folder/file"), found.paths());
        Found filled = Found.in(Packed.zip("folder/", "hidden in a folder"));
        assertEquals(List.of("hidden in a folder"), filled.texts());
    }

    @Test
    void looksAtBothOfOneName() throws IOException {
        byte[] zip = stored("aaaa", "one", "bbbb", "two");
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        Found found = Found.in(Packed.bytes(text.replace("bbbb", "aaaa")));
        assertEquals(List.of("zip aaaa", "zip aaaa"), found.paths());
        assertEquals(List.of("one", "two"), found.texts());
    }

    @Test
    void looksBetweenAndBehind() throws IOException {
        byte[] zip = stored("name", "text");
        int central = Bytes.indexOf(zip, CENTRAL);
        byte[] loose = Packed.bytes("loose text between entries and directory");
        byte[] padded =
                Packed.join(
                        Arrays.copyOf(zip, central),
                        loose,
                        Arrays.copyOfRange(zip, central, zip.length),
                        Packed.bytes("comment"));
        int end = Bytes.lastIndexOf(padded, END);
        Bytes.setLittle(padded, end + 16, central + loose.length);
        padded[end + 20] = 7;
        Found found = Found.in(padded);
        assertEquals(
                List.of("text", "loose text between entries and directory", "comment"),
                found.texts());
        assertEquals(List.of(), found.problems());
    }

    @Test
    void saysThatTheDirectoryIsMissing() throws IOException {
        byte[] zip = Packed.zip("a", "first", "b", "second");
        Found found = Found.in(Arrays.copyOf(zip, Bytes.indexOf(zip, CENTRAL)));
        assertEquals(List.of("first", "second"), found.texts());
        assertEquals("has no directory that can be read", found.problems().getFirst());
    }

    @Test
    void saysThatContentDoesNotMatchItsCheckSum() throws IOException {
        byte[] zip = stored("a", "text");
        zip[31] ^= 1;
        Found found = Found.in(zip);
        assertEquals(1, found.texts().size());
        assertEquals(List.of("holds zip a, which does not match its check sum"), found.problems());
    }

    @Test
    void readsLargeZipByItsHeadersAndSaysSo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("large"));
            zip.write(new byte[70 << 20]);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("small"));
            zip.write('x');
            zip.closeEntry();
        }
        Unpacked unpacked =
                Archives.unpack(
                        new SequenceInputStream(
                                new java.io.ByteArrayInputStream(out.toByteArray()),
                                java.io.InputStream.nullInputStream()),
                        Limits.DEFAULT,
                        (_, content) -> content.transferTo(OutputStream.nullOutputStream()));
        assertEquals(2, unpacked.entries());
        assertEquals((70L << 20) + 1, unpacked.bytes());
        assertEquals(
                List.of(
                        "is too large to be held in memory: entries that only its directory shows"
                                + " were not looked at"),
                unpacked.problems());
    }
}
