package dev.holdfast.git.pack;

import dev.holdfast.fuzz.Scratch;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A pack whose objects are hostile and whose index and checksums are right, so that all of it is
 * read: each object comes out once or is told to be unreadable. The input is objects, each after
 * two bytes with its length.
 */
public final class PackTarget implements Target {
    private static final int MOST = 24;

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "pack";
    }

    @Override
    public List<byte[]> seeds() {
        byte[] blob = object(0x30 | 10, new byte[0], Text.bytes("0123456789"));
        byte[] delta =
                object(
                        0x60 | 8,
                        new byte[] {(byte) (blob.length)},
                        new byte[] {10, 13, 3, 'a', 'b', 'c', (byte) 0x90, 10});
        byte[] further = object(0x70 | 4, new byte[20], new byte[] {10, 10, (byte) 0x90, 10});
        return List.of(
                joined(blob),
                joined(blob, delta),
                joined(blob, further),
                joined(blob, delta, further, blob));
    }

    private static byte[] object(int header, byte[] base, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header);
        out.writeBytes(base);
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[200];
        out.write(packed, 0, deflater.deflate(packed));
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] each : objects) {
            out.write(each.length >> 8);
            out.write(each.length);
            out.writeBytes(each);
        }
        return out.toByteArray();
    }

    @Override
    public void run(byte[] input) throws Exception {
        List<byte[]> objects = new ArrayList<>();
        int at = 0;
        while (at + 2 < input.length && objects.size() < MOST) {
            int length = ((input[at] & 0xFF) << 8 | (input[at + 1] & 0xFF)) + 1;
            int end = Math.min(input.length, at + 2 + length - 1);
            byte[] object = Arrays.copyOfRange(input, at + 2, end);
            if (object.length > 0) {
                objects.add(object);
            }
            at = Math.max(end, at + 2);
        }
        write(objects);
        walk(objects.size());
    }

    /** Object n is named n, so that a reference delta can name any. */
    private void write(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.writeBytes(
                ByteBuffer.allocate(12)
                        .putInt(0x5041434B)
                        .putInt(2)
                        .putInt(objects.size())
                        .array());
        ByteBuffer index = ByteBuffer.allocate(8 + 1024 + objects.size() * 28 + 40);
        index.putInt(0xFF744F63).putInt(2);
        for (int i = 0; i < 256; i++) {
            index.putInt(objects.size());
        }
        for (int i = 0; i < objects.size(); i++) {
            index.put(new byte[19]).put((byte) i);
        }
        for (byte[] each : objects) {
            CRC32 checksum = new CRC32();
            checksum.update(each);
            index.putInt((int) checksum.getValue());
        }
        for (byte[] each : objects) {
            index.putInt(pack.size());
            pack.writeBytes(each);
        }
        byte[] named = ObjectFormat.SHA_1.digest().digest(pack.toByteArray());
        pack.writeBytes(named);
        index.put(named);
        var digest = ObjectFormat.SHA_1.digest();
        digest.update(index.array(), 0, index.position());
        index.put(digest.digest());
        Path folder = scratch.folder().resolve("objects/pack");
        Files.createDirectories(folder);
        Files.write(folder.resolve("pack-0.pack"), pack.toByteArray());
        Files.write(folder.resolve("pack-0.idx"), index.array());
    }

    private void walk(int count) throws Exception {
        ObjectStore store =
                ObjectStore.open(List.of(scratch.folder().resolve("objects")), ObjectFormat.SHA_1);
        if (!store.gaps().isEmpty()) {
            return;
        }
        if (store.size() != count) {
            throw new AssertionError(store.size() + " objects of " + count);
        }
        BitSet wanted = new BitSet();
        wanted.set(0, count);
        int[] seen = new int[count];
        StoreWalk walk =
                new StoreWalk(
                        store, store.select(wanted), 1, new WalkMemory(1 << 20, 1 << 16, 1 << 20));
        walk.run(() -> new Counting(seen));
        for (int i = 0; i < count; i++) {
            if (seen[i] != 1) {
                throw new AssertionError("object " + i + " was told " + seen[i] + " times");
            }
        }
    }

    private record Counting(int[] seen) implements ObjectSink {
        @Override
        public void object(
                int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
            seen[number]++;
        }

        @Override
        public void large(int number, long length, InputStream content) throws IOException {
            content.skipNBytes(length);
            seen[number]++;
        }

        @Override
        public void unreadable(int number, String why) {
            seen[number]++;
        }
    }
}
