package dev.holdfast.secrets.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file to look at: unpacked, and UTF-8. Where they cannot be read any further the
 * stream ends and says why, so that what was read up to there is looked at all the same.
 */
final class FileInput extends InputStream {
    private static final int HEAD = 16;

    private final InputStream in;
    private @Nullable IOException failure;

    private FileInput(InputStream in) {
        this.in = in;
    }

    static FileInput open(BundleFile file, Packing packing) throws IOException {
        InputStream raw = Files.newInputStream(file.path());
        try {
            return new FileInput(text(unpacked(raw, packing), packing));
        } catch (IOException bad) {
            raw.close();
            throw bad;
        }
    }

    /** The whole content, or nothing when it is longer than that or cannot be read. */
    static byte[] whole(BundleFile file, Packing packing, long longest) throws IOException {
        try (FileInput in = open(file, packing)) {
            byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, longest + 1));
            return content.length > longest ? new byte[0] : content;
        }
    }

    private static InputStream unpacked(InputStream raw, Packing packing) throws IOException {
        return switch (packing) {
            case NONE, CLOSED -> raw;
            case GZIP -> new Gunzip(raw);
            case BROTLI -> Unbrotli.of(raw);
        };
    }

    private static InputStream text(InputStream unpacked, Packing packing) throws IOException {
        PushbackInputStream in = new PushbackInputStream(unpacked, HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        if (packing != Packing.NONE && Packing.of(head) != Packing.NONE) {
            throw new BadContent("it is packed twice");
        }
        ByteOrderMark mark = ByteOrderMark.of(head);
        return mark == null ? in : mark.decoded(in);
    }

    /** Why the stream ended, when it is not the end of the content; else null. */
    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (failure != null) {
            return -1;
        }
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failed) {
            failure = failed;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
