package dev.holdfast.secrets.engine;

/**
 * An exact value to look for, in one of its encoded forms. Not a record: its text must never be
 * printed, not even by accident.
 */
public final class Needle {

    /** The fewest bytes that a needle has. */
    public static final int FEWEST = 4;

    /** What the bytes beside a needle say. */
    public enum Edges {
        /** Nothing: the value counts wherever it stands. */
        ANY,
        /** The value does not count inside a longer word. */
        WHOLE_WORD,
        /** The character of base64 before it carries some bits of the value too. */
        BITS_BEFORE,
        /** The character of base64 behind it does. */
        BITS_BEHIND,
        /** Both do. */
        BITS_AROUND
    }

    private final String name;
    private final String encoding;
    private final byte[] bytes;
    private final Edges edges;

    /** A needle that counts wherever it stands. */
    public Needle(String name, String encoding, byte[] bytes) {
        this(name, encoding, bytes, Edges.ANY);
    }

    /**
     * A needle of at least {@value #FEWEST} bytes.
     *
     * @param name the variable whose value this is
     * @param encoding the form: {@code plain}, {@code json}, {@code url}, {@code base64}, …
     */
    public Needle(String name, String encoding, byte[] bytes, Edges edges) {
        if (bytes.length < FEWEST) {
            throw new IllegalArgumentException(
                    "a needle has at least " + FEWEST + " bytes: " + name);
        }
        this.name = name;
        this.encoding = encoding;
        this.bytes = bytes.clone();
        this.edges = edges;
    }

    /** The variable whose value this is. */
    public String name() {
        return name;
    }

    /** The form in which the value is looked for. */
    public String encoding() {
        return encoding;
    }

    /** What the bytes beside it say. */
    public Edges edges() {
        return edges;
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    @Override
    public String toString() {
        return "needle " + name + " (" + encoding + ")";
    }
}
