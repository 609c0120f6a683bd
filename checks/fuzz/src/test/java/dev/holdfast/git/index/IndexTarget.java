package dev.holdfast.git.index;

import dev.holdfast.fuzz.Scratch;
import dev.holdfast.fuzz.Target;
import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** An index is read or refused. A checksum of zeros, which git allows, lets all bytes in. */
public final class IndexTarget implements Target {
    private static final int SHA_1 = 20;
    private static final byte[] SHARED = "the shared index, 20".getBytes(StandardCharsets.US_ASCII);

    private final Scratch scratch = new Scratch();
    private final byte[] shared;

    public IndexTarget() {
        byte[] second = seeds().getFirst();
        shared = Arrays.copyOf(second, second.length + SHA_1);
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int version = 2; version <= 4; version++) {
            ByteBuffer out = ByteBuffer.allocate(400);
            out.putInt(0x44495243).putInt(version).putInt(2);
            entry(out, version, "a.txt");
            entry(out, version, "b/c.txt");
            out.putInt(0x54524545).putInt(25);
            out.put("\0002 0\n".getBytes(StandardCharsets.ISO_8859_1)).put(new byte[SHA_1]);
            seeds.add(Arrays.copyOf(out.array(), out.position()));
        }
        ByteBuffer split = ByteBuffer.allocate(12 + 8 + 40);
        split.putInt(0x44495243).putInt(2).putInt(0).putInt(0x6C696E6B).putInt(40);
        split.put(SHARED).putInt(2).putInt(1).putLong(0x200000002L).putInt(0);
        seeds.add(split.array());
        return seeds;
    }

    private static void entry(ByteBuffer out, int version, String path) {
        int start = out.position();
        out.put(new byte[24]).putInt(0x81A4).put(new byte[12]).put(new byte[SHA_1]);
        out.putShort((short) path.length());
        if (version == 4) {
            out.put((byte) 0);
        }
        out.put(path.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0);
        while (version != 4 && (out.position() - start) % 8 != 0) {
            out.put((byte) 0);
        }
    }

    @Override
    public void run(byte[] input) throws IOException {
        byte[] whole = Arrays.copyOf(input, input.length + SHA_1);
        Path file = scratch.file("index", whole);
        Path own = scratch.folder();
        scratch.file("sharedindex." + HexFormat.of().formatHex(SHARED), shared);
        GitFolder folder =
                new GitFolder(
                        own, own, own, file, List.of(), ObjectFormat.SHA_1, "files", Set.of());
        try {
            IndexReader.read(file, folder);
        } catch (IOException told) {
            if (String.valueOf(told.getMessage()).isBlank()) {
                throw new AssertionError("it says nothing", told);
            }
        }
    }
}
