package dev.holdfast.secrets.archive.zstd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Frames written by hand after RFC 8878; those of the program are tried in RealArchivesTest. */
class ZstdInputTest {
    private static final int LARGEST_WINDOW = 1 << 20;

    private static byte[] unpack(String... hex) throws IOException {
        byte[] packed = HexFormat.of().parseHex(String.join("", hex));
        return new ZstdInput(new ByteArrayInputStream(packed), LARGEST_WINDOW).readAllBytes();
    }

    private static String problem(String... hex) {
        return String.valueOf(assertThrows(ZstdException.class, () -> unpack(hex)).getMessage());
    }

    @Test
    void readsRawAndRepeatedBlocks() throws IOException {
        // A single segment of 7 bytes; a raw block "abc", then the last, "x" four times.
        byte[] out = unpack("28b52ffd", "20", "07", "180000", "616263", "230000", "78");
        assertArrayEquals("abcxxxx".getBytes(StandardCharsets.US_ASCII), out);
    }

    @Test
    void passesOverSkippableFrames() throws IOException {
        byte[] out = unpack("502a4d18", "02000000", "ffff", "28b52ffd", "20", "01", "090000", "61");
        assertArrayEquals(new byte[] {'a'}, out);
    }

    @Test
    void readsNothingFromAnEmptyFrame() throws IOException {
        assertEquals(0, unpack("28b52ffd", "20", "00", "010000").length);
    }

    @Test
    void refusesHugeWindow() {
        assertEquals(
                "needs more than 1 MiB of memory to be unpacked",
                problem("28b52ffd", "00", "f8", "090000", "61"));
    }

    @Test
    void refusesHugeContentSize() {
        assertEquals(
                "needs more than 1 MiB of memory to be unpacked",
                problem("28b52ffd", "e0", "ffffffffffffffff", "090000", "61"));
    }

    @Test
    void saysThatADictionaryIsMissing() {
        assertEquals(
                "is packed with a dictionary that it does not hold",
                problem("28b52ffd", "21", "05", "01", "090000", "61"));
    }

    @Test
    void refusesOtherLengthThanTold() {
        assertEquals("is not as long as it says", problem("28b52ffd", "20", "02", "090000", "61"));
    }

    @Test
    void refusesWrongCheckSum() {
        assertEquals(
                "does not match its check sum",
                problem("28b52ffd", "24", "01", "090000", "61", "00000000"));
    }

    @Test
    void refusesReservedBlock() {
        assertEquals("is broken or cut off", problem("28b52ffd", "20", "01", "0f0000", "61"));
    }

    @Test
    void refusesBytesBehind() {
        assertEquals(
                "is followed by bytes that are not Zstandard",
                problem("28b52ffd", "20", "01", "090000", "61", "0000000000"));
    }

    @Test
    void givesOutWhatStandsBeforeTheBreak() throws IOException {
        byte[] cut =
                HexFormat.of().parseHex("28b52ffd" + "20" + "07" + "180000" + "616263" + "2300");
        ZstdInput in = new ZstdInput(new ByteArrayInputStream(cut), LARGEST_WINDOW);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(ZstdException.class, () -> in.transferTo(out));
        assertEquals("abc", out.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void sumsAsXxHash64Does() {
        // Known: the empty input, from the specification of XXH64.
        assertEquals(0xEF46DB3751D8E999L, new XxHash64().value());
    }
}
