package dev.holdfast.secrets.archive;

import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.secrets.archive.zstd.ZstdInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Zstandard frames: bytes come out or an {@link IOException}, the same in whatever pieces. */
public final class ZstdTarget implements Target {
    private static final int WINDOW = 1 << 20;
    private static final int MOST = 1 << 20;

    @Override
    public String name() {
        return "zstd";
    }

    @Override
    public List<byte[]> seeds() {
        HexFormat hex = HexFormat.of();
        return List.of(
                // A raw block, a block of one byte repeated, a skippable frame (RFC 8878).
                hex.parseHex("28b52ffd2003190000616263"),
                hex.parseHex("28b52ffd2064230300" + "61"),
                hex.parseHex("502a4d1802000000abcd28b52ffd2003190000616263"),
                // Compressed: literals of one byte and no sequence.
                hex.parseHex("28b52ffd2014" + "1d0000" + "a16100"),
                // Made by the zstd program from a few words, with and without a checksum.
                hex.parseHex(
                        "28b52ffd0468950400f242090ec0eb603bb223935ae4aa1a541c16c05e59"
                                + "ff8ad7c44aac6428c6cd4ad0bf1266af61a54f39a8510731f73730448010"
                                + "75f5116804a650279226cc613f0317a2ebc3bce098179b1782bdd550feb3"
                                + "13b0a8cc993729560578cc134aff42bbf0633df25d32205649cf1157d8fe"
                                + "dbf10951d9b0ca46878d714071bbf8687392170dfae618661ca670641182"
                                + "28ed1de655a693a066"),
                hex.parseHex(
                        "28b52ffd004835030012c50d10d0a50320ef977696532039011889f21180"
                                + "59b7ae50f8394a266e9db8d1667f8e9f6358280cc58d668b513014370edd"
                                + "ba61c964e8d60511006463c04b194c110414073a6410989014428010140c"
                                + "988a831a42144c08560449c501af48dd591c45cc3c"));
    }

    @Override
    public void run(byte[] input) throws IOException {
        String once = told(new ByteArrayInputStream(input));
        String pieces = told(new Pieces(input));
        if (!once.equals(pieces)) {
            throw new AssertionError(once + " became " + pieces);
        }
    }

    private static String told(InputStream packed) throws IOException {
        byte[] most = new byte[MOST];
        int read = 0;
        try (InputStream in = new ZstdInput(packed, WINDOW)) {
            while (read < MOST) {
                int more = in.read(most, read, MOST - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            return read + " " + Arrays.hashCode(Arrays.copyOf(most, read));
        } catch (IOException told) {
            return read + " " + told.getClass().getSimpleName() + told.getMessage();
        }
    }
}
