package dev.holdfast.git.index;

import dev.holdfast.git.pack.ObjectContent;
import dev.holdfast.git.pack.ObjectFormat;
import dev.holdfast.git.pack.ObjectLookup;
import dev.holdfast.git.pack.ObjectType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads commits and trees one at a time. */
final class Trees {
    private static final String TREE = "tree ";

    private final ObjectLookup objects;
    private final ObjectFormat format;

    /** What a tree says of one name. */
    static final class Entry {
        private final int mode;
        private final byte[] object;

        Entry(int mode, byte[] object) {
            this.mode = mode;
            this.object = object;
        }

        int mode() {
            return mode;
        }

        byte[] object() {
            return object;
        }
    }

    Trees(ObjectLookup objects, ObjectFormat format) {
        this.objects = objects;
        this.format = format;
    }

    /**
     * The name of a commit's tree.
     *
     * @param commit its name in hexadecimal
     */
    byte[] ofCommit(String commit) throws IOException {
        ObjectContent content = objects.read(HexFormat.of().parseHex(commit));
        int end = TREE.length() + 2 * format.length();
        if (content.type() != ObjectType.COMMIT || content.length() < end) {
            throw new IOException("HEAD names " + commit + ", which is no commit");
        }
        String start = new String(content.bytes(), 0, end, StandardCharsets.ISO_8859_1);
        try {
            return HexFormat.of().parseHex(start.substring(TREE.length()));
        } catch (IllegalArgumentException noName) {
            throw new IOException("the commit " + commit + " names no tree", noName);
        }
    }

    /** The entries of a tree by name. */
    Map<String, Entry> entries(byte[] tree) throws IOException {
        ObjectContent content = objects.read(tree);
        byte[] bytes = content.bytes();
        Map<String, Entry> entries = new LinkedHashMap<>();
        int at = 0;
        while (at < content.length()) {
            int mode = 0;
            while (at < content.length() && bytes[at] != ' ' && bytes[at] != 0) {
                mode = (mode << 3) | (bytes[at++] & 7);
            }
            int start = ++at;
            while (at < content.length() && bytes[at] != 0) {
                at++;
            }
            int end = at + 1 + format.length();
            if (content.type() != ObjectType.TREE || end > content.length()) {
                throw new IOException(
                        "the tree " + HexFormat.of().formatHex(tree) + " cannot be read");
            }
            String name = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
            entries.put(name, new Entry(mode, Arrays.copyOfRange(bytes, at + 1, end)));
            at = end;
        }
        return entries;
    }
}
