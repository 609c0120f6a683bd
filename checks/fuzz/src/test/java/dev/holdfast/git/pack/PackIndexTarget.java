package dev.holdfast.git.pack;

import dev.holdfast.fuzz.Scratch;
import dev.holdfast.fuzz.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The index of a pack, of which only the objects' count is small, answers or is refused. */
public final class PackIndexTarget implements Target {
    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "pack-index";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(of(true, 2), of(false, 2), of(true, 0));
    }

    private static byte[] of(boolean second, int count) {
        ByteBuffer out = ByteBuffer.allocate(2000);
        if (second) {
            out.putInt(0xFF744F63).putInt(2);
        }
        for (int i = 0; i < 256; i++) {
            out.putInt(count);
        }
        for (int i = 0; i < count; i++) {
            if (!second) {
                out.putInt(12 + i);
            }
            out.put(new byte[19]).put((byte) i);
        }
        for (int i = 0; second && i < 2 * count; i++) {
            out.putInt(12);
        }
        out.put(new byte[40]);
        return Arrays.copyOf(out.array(), out.position());
    }

    @Override
    public void run(byte[] input) throws IOException {
        var file = scratch.file("pack-0.idx", input);
        try {
            PackIndex index = PackIndex.open(file, ObjectFormat.SHA_1);
            byte[] name = new byte[20];
            for (int i = 0; i < Math.min(index.count(), 100); i++) {
                index.name(i, name, 0);
                index.find(name, 0);
                if (index.hasChecksums()) {
                    index.checksum(i);
                }
                index.offset(i);
            }
            index.verify();
        } catch (BrokenObjects told) {
            if (String.valueOf(told.getMessage()).isBlank()) {
                throw new AssertionError("it says nothing", told);
            }
        }
    }
}
