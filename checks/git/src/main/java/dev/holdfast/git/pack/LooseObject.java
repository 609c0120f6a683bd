package dev.holdfast.git.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An object that lies in a file of its own, its header read (gitformat-loose(5)). */
final class LooseObject implements AutoCloseable {
    private static final int LONGEST_HEADER = 32;

    private final FileChannel file;
    private final ObjectStream content;
    private int type;
    private long size;

    private LooseObject(FileChannel file, ObjectStream content) {
        this.file = file;
        this.content = content;
    }

    static LooseObject open(Path path, Inflation inflation) throws IOException {
        // Whoever opens a pipe waits for its other end.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new BrokenObjects("a loose object is no file");
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ObjectStream content =
                    inflation.stream(
                            pieces(file, inflation.input()), LONGEST_HEADER, "a loose object");
            LooseObject object = new LooseObject(file, content);
            object.header();
            return object;
        } catch (IOException broken) {
            file.close();
            throw broken;
        }
    }

    private static ObjectStream.Source pieces(FileChannel file, ByteBuffer input) {
        return () -> {
            input.clear();
            return file.read(input) < 0 ? null : input.flip();
        };
    }

    private void header() throws IOException {
        byte[] text = new byte[LONGEST_HEADER];
        int length = 0;
        for (int each = content.read(); each > 0; each = content.read()) {
            if (length == LONGEST_HEADER - 1) {
                throw new BrokenObjects("a loose object has no header");
            }
            text[length++] = (byte) each;
        }
        String[] parts = new String(text, 0, length, StandardCharsets.ISO_8859_1).split(" ", -1);
        if (parts.length != 2 || parts[1].isEmpty() || parts[1].length() > 18) {
            throw new BrokenObjects("a loose object has no header");
        }
        type = ObjectType.of(parts[0]);
        if (type == ObjectType.UNKNOWN) {
            throw new BrokenObjects("a loose object is of an unknown kind");
        }
        for (int i = 0; i < parts[1].length(); i++) {
            int digit = parts[1].charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new BrokenObjects("a loose object has no header");
            }
            size = 10 * size + digit;
        }
        content.expect(size);
    }

    /** One of {@link ObjectType}. */
    int type() {
        return type;
    }

    /** How many bytes follow, as the header says. */
    long size() {
        return size;
    }

    /** What follows the header. */
    ObjectStream content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
