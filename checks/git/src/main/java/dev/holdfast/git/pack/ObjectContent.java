package dev.holdfast.git.pack;

/** One object with its kind and its content. */
public final class ObjectContent {
    private final int type;
    private final byte[] bytes;
    private final int length;

    ObjectContent(int type, byte[] bytes, int length) {
        this.type = type;
        this.bytes = bytes;
        this.length = length;
    }

    /** One of {@link ObjectType}; unknown where that was not asked for. */
    public int type() {
        return type;
    }

    /** The content, and spare zeros behind it; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }
}
