package dev.holdfast.git.index;

/** One entry of the index. */
final class IndexEntry {
    private final String path;
    private final int mode;
    private final int stage;
    private final boolean intended;
    private final byte[] object;

    /**
     * An entry.
     *
     * @param path its bytes as characters, so that no name is lost
     * @param stage 0, or the side of a conflict: 1 common, 2 ours, 3 theirs
     * @param intended whether only its name is to be added so far
     */
    IndexEntry(String path, int mode, int stage, boolean intended, byte[] object) {
        this.path = path;
        this.mode = mode;
        this.stage = stage;
        this.intended = intended;
        this.object = object;
    }

    String path() {
        return path;
    }

    int mode() {
        return mode;
    }

    int stage() {
        return stage;
    }

    boolean isIntended() {
        return intended;
    }

    byte[] object() {
        return object;
    }

    /** The same entry under a path. */
    IndexEntry at(String newPath) {
        return new IndexEntry(newPath, mode, stage, intended, object);
    }
}
