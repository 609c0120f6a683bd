package dev.holdfast.git.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a few objects by name without looking at all the others, and holds each against its name.
 * Any thread may use it.
 */
public final class ObjectLookup {
    private final ObjectFormat format;
    private final List<Path> folders;
    private final List<Pack> packs = new ArrayList<>();
    private final int largest;

    /**
     * Opens the object folders of a repository.
     *
     * @throws IOException when there is none
     */
    public ObjectLookup(List<Path> objects, ObjectFormat format) throws IOException {
        this.format = format;
        this.largest = new WalkMemory(Runtime.getRuntime().maxMemory(), 1).largest();
        ObjectFolders found = new ObjectFolders(objects);
        this.folders = found.folders();
        for (Path folder : folders) {
            for (Path index : found.indexes(folder)) {
                try {
                    packs.add(Pack.open(index, format));
                } catch (IOException broken) {
                    // Whoever asks for what it holds is told that it is missing.
                }
            }
        }
    }

    /**
     * The object of that name.
     *
     * @throws IOException when it is missing or broken
     */
    public ObjectContent read(byte[] name) throws IOException {
        try (SingleRead read = new SingleRead(this)) {
            return read.content(name);
        }
    }

    /**
     * The content of the object of that name, as a stream where it lies in a file of its own and is
     * not small: what git keeps as a difference from another must be made in memory. The stream
     * ends with an exception when the content is not what the name stands for.
     *
     * @throws IOException when it is missing or broken
     */
    public InputStream open(byte[] name) throws IOException {
        LooseRead read = LooseRead.open(this, name);
        if (read != null) {
            return read;
        }
        ObjectContent content = read(name);
        return new ByteArrayInputStream(content.bytes(), 0, content.length());
    }

    /**
     * How many bytes the object of that name has, as far as that can be told without making it.
     *
     * @throws IOException when it is missing or broken
     */
    public long size(byte[] name) throws IOException {
        try (SingleRead read = new SingleRead(this)) {
            return read.size(name);
        }
    }

    ObjectFormat format() {
        return format;
    }

    List<Path> folders() {
        return folders;
    }

    List<Pack> packs() {
        return packs;
    }

    /** How many bytes an object may have to be held in memory. */
    int largest() {
        return largest;
    }
}
