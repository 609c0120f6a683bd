package dev.holdfast.git.pack;

/** The numbers that packs give to kinds of objects (gitformat-pack(5)). */
public final class ObjectType {
    /** The kind is not known. */
    public static final int UNKNOWN = 0;

    public static final int COMMIT = 1;
    public static final int TREE = 2;
    public static final int BLOB = 3;
    public static final int TAG = 4;
    static final int OFFSET_DELTA = 6;
    static final int REFERENCE_DELTA = 7;

    private ObjectType() {}

    static boolean isDelta(int type) {
        return type == OFFSET_DELTA || type == REFERENCE_DELTA;
    }

    static boolean isWhole(int type) {
        return type >= COMMIT && type <= TAG;
    }

    /** The word that stands before the object where it lies alone. */
    static String word(int type) {
        return switch (type) {
            case COMMIT -> "commit";
            case TREE -> "tree";
            case BLOB -> "blob";
            case TAG -> "tag";
            default -> "";
        };
    }

    /** The kind of that word; unknown when there is none. */
    static int of(String word) {
        return switch (word) {
            case "commit" -> COMMIT;
            case "tree" -> TREE;
            case "blob" -> BLOB;
            case "tag" -> TAG;
            default -> UNKNOWN;
        };
    }
}
