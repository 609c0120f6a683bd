package dev.holdfast.secrets.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchivesTest {

    @Test
    void opensZipInOrder() throws IOException {
        Found found = Found.in(Packed.zip("a.txt", "first", "b/c.txt", "second", "a2", "third"));
        assertEquals(List.of("zip a.txt", "zip b/c.txt", "zip a2"), found.paths());
        assertEquals(List.of("first", "second", "third"), found.texts());
        assertEquals(new Unpacked(3, 16, List.of()), found.unpacked());
    }

    @Test
    void opensTarInGzip() throws IOException {
        Found found = Found.in(Packed.gzip(Packed.tar("config/app.yml", "key: 1")));
        assertEquals(List.of("gz > tar config/app.yml"), found.paths());
        assertEquals(List.of("key: 1"), found.texts());
        assertEquals(List.of(), found.problems());
    }

    @Test
    void opensThreeDeepAndSaysWhatLiesDeeper() throws IOException {
        byte[] zip = Packed.zip("in.txt", "deep", "more.gz", Packed.gzip(Packed.bytes("deeper")));
        Found found = Found.in(Packed.gzip(Packed.tar("app.jar", zip)));
        assertEquals(
                List.of("gz > tar app.jar > zip in.txt", "gz > tar app.jar > zip more.gz"),
                found.paths());
        assertEquals(
                List.of("holds gz > tar app.jar > zip more.gz, which is packed more than 3 deep"),
                found.problems());
    }

    @Test
    void opensGzipOfSeveralMembers() throws IOException {
        byte[] two =
                Packed.join(
                        Packed.gzip(Packed.bytes("one ")),
                        Packed.gzip(Packed.bytes("two")),
                        new byte[100]);
        Found found = Found.in(two);
        assertEquals(List.of("one two"), found.texts());
        assertEquals(List.of(), found.problems());
    }

    @Test
    void saysThatBytesStandBehindGzip() throws IOException {
        Found found = Found.in(Packed.join(Packed.gzip(Packed.bytes("x")), Packed.bytes("tail")));
        assertEquals(List.of("x"), found.texts());
        assertEquals(
                List.of("holds gz, which is followed by bytes that are not gzip"),
                found.problems());
    }

    @Test
    void saysThatGzipDoesNotMatchItsCheckSum() throws IOException {
        byte[] gzip = Packed.gzip(Packed.bytes("text"));
        gzip[gzip.length - 8] ^= 1;
        Found found = Found.in(gzip);
        assertEquals(List.of("text"), found.texts());
        assertEquals(List.of("holds gz, which does not match its check sum"), found.problems());
    }

    @Test
    void readsLongNamesOfTar() throws IOException {
        String name = "d/".repeat(80) + "file.env";
        Found found = Found.in(Packed.tar(name, "A=1"));
        assertEquals(List.of("tar " + name), found.paths());
        assertEquals(List.of("A=1"), found.texts());
    }

    @Test
    void looksBehindTheEndOfTar() throws IOException {
        byte[] tars =
                Packed.join(Packed.tar("a", "one"), Packed.tar("b", "two"), Packed.bytes("rest"));
        Found found = Found.in(tars);
        assertEquals(List.of("tar a", "tar b", "tar (behind its end)"), found.paths());
        assertEquals(List.of("one", "two", "rest"), found.texts());
    }

    @Test
    void saysThatTarIsCutOff() throws IOException {
        byte[] tar = Packed.tar("a", "x".repeat(2000));
        Found found = Found.in(Arrays.copyOf(tar, 1500));
        assertEquals("x".repeat(1500 - 512), found.texts().getFirst());
        assertEquals(List.of("holds tar a, which is broken or cut off"), found.problems());
    }

    @Test
    void saysThatTarIsCutOffBetweenEntries() throws IOException {
        byte[] tar = Packed.tar("a", "one", "b", "two");
        Found found = Found.in(Arrays.copyOf(tar, 1024));
        assertEquals(List.of("one"), found.texts());
        assertEquals(List.of("has no end: it may be cut off"), found.problems());
    }

    @Test
    void saysWhatItDoesNotOpen() throws IOException {
        byte[] sevenZip = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4};
        assertEquals(
                List.of("is packed as 7z, which is not opened"), Found.in(sevenZip).problems());
        Found inner = Found.in(Packed.zip("a.7z", sevenZip, "b", "text"));
        assertEquals(
                List.of("holds zip a.7z, which is packed as 7z, which is not opened"),
                inner.problems());
        assertEquals(List.of("zip a.7z", "zip b"), inner.paths());
    }

    @Test
    void tellsPackedFromPlain() throws IOException {
        for (byte[] packed :
                List.of(
                        Packed.zip("a", "b"),
                        Packed.zip(),
                        Packed.gzip(new byte[0]),
                        Packed.tar("a", "b"),
                        Packed.bytes("Rar!\u001A\u0007\u0000"),
                        Packed.bytes("BZh91AY&SY"),
                        Packed.bytes("\u00FD7zXZ\u0000"),
                        Packed.bytes("MSCF\u0000\u0000\u0000\u0000"))) {
            assertTrue(Archives.isPacked(packed, packed.length));
        }
        for (byte[] plain :
                List.of(
                        new byte[0],
                        new byte[512],
                        Packed.bytes("PK is a name"),
                        Packed.bytes("BZh9 starts a text"),
                        Packed.bytes("Rar! is no word"),
                        Packed.bytes("x".repeat(512)))) {
            assertFalse(Archives.isPacked(plain, plain.length));
        }
        byte[] zip = Packed.zip("a", "b");
        assertFalse(Archives.isPacked(zip, 3));
    }

    @Test
    void showsHostileNamesPrintable() throws IOException {
        Found found =
                Found.in(
                        Packed.zip(
                                "../../etc/\u001B[31m\nx\\y",
                                "1",
                                "\u202Efdp.exe",
                                "2",
                                "n".repeat(5000),
                                "3"));
        assertEquals("zip ../../etc/\\u{1B}[31m\\u{A}x\\\\y", found.paths().getFirst());
        assertEquals("zip \\u{202E}fdp.exe", found.paths().get(1));
        assertEquals("zip " + "n".repeat(195) + "…", found.paths().get(2));
    }

    @Test
    void failsWithItsSourceOnly() {
        InputStream disk =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk");
                    }
                };
        InputStream gzip =
                new java.io.SequenceInputStream(
                        new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 8, 0}), disk);
        assertThrows(IOException.class, () -> Found.counted(gzip, Limits.DEFAULT));
    }

    @Test
    void passesOnWhatTheVisitorThrows() throws IOException {
        byte[] zip = Packed.gzip(Packed.tar("a", "b"));
        IllegalStateException thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Archives.unpack(
                                        new ByteArrayInputStream(zip),
                                        Limits.DEFAULT,
                                        (_, _) -> {
                                            throw new IllegalStateException("visitor");
                                        }));
        assertEquals("visitor", thrown.getMessage());
    }

    @Test
    void goesOnWhereTheVisitorDoesNotRead() throws IOException {
        List<String> paths = new java.util.ArrayList<>();
        Archives.unpack(
                new ByteArrayInputStream(Packed.tar("a", "x".repeat(3000), "b", "y")),
                Limits.DEFAULT,
                (path, _) -> paths.addAll(path));
        assertEquals(List.of("tar a", "tar b"), paths);
    }
}
