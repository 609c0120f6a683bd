package dev.holdfast.git.pack;

/** What kind of thing an entry of a tree or of the index is: the upper bits of its mode. */
public final class FileMode {
    public static final int KIND = 0170000;
    public static final int FOLDER = 0040000;
    public static final int FILE = 0100000;
    public static final int LINK = 0120000;

    /** A commit of another repository. */
    public static final int SUBMODULE = 0160000;

    private FileMode() {}
}
