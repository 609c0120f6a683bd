package dev.holdfast.git.index;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The extension {@code TREE}: of folders that have not changed since a tree was made of them, the
 * name of that tree.
 */
final class CachedTree {
    private static final int DEEPEST = 1_000;

    private final int count;
    private final byte[] object;
    private final Map<String, CachedTree> folders = new HashMap<>();

    private CachedTree(int count, byte[] object) {
        this.count = count;
        this.object = object;
    }

    /** Reads the extension; null when it is not as git writes it, which only costs time. */
    static @Nullable CachedTree read(ByteBuffer bytes, int nameLength) {
        try {
            if (!text(bytes, (byte) 0).isEmpty()) {
                return null;
            }
            return node(bytes, nameLength, 0);
        } catch (BufferUnderflowException | NumberFormatException broken) {
            return null;
        }
    }

    private static CachedTree node(ByteBuffer bytes, int nameLength, int depth) {
        int count = Integer.parseInt(text(bytes, (byte) ' '));
        int folders = Integer.parseInt(text(bytes, (byte) '\n'));
        byte[] object = new byte[count < 0 ? 0 : nameLength];
        bytes.get(object);
        if (depth > DEEPEST) {
            throw new NumberFormatException("too deep");
        }
        CachedTree tree = new CachedTree(count, object);
        for (int i = 0; i < folders; i++) {
            String name = text(bytes, (byte) 0);
            tree.folders.put(name, node(bytes, nameLength, depth + 1));
        }
        return tree;
    }

    private static String text(ByteBuffer bytes, byte end) {
        int start = bytes.position();
        while (bytes.get() != end) {
            // On to the end.
        }
        byte[] text = new byte[bytes.position() - 1 - start];
        bytes.get(start, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Whether so many entries of the index make exactly this tree. */
    boolean makes(byte[] tree, int entries) {
        return count == entries && Arrays.equals(object, tree);
    }

    /** What is known of a folder in this one. */
    @Nullable CachedTree folder(String name) {
        return folders.get(name);
    }
}
