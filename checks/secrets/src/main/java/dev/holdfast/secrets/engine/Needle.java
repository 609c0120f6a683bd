package dev.holdfast.secrets.engine;

/**
 * An exact value to look for, in one of its encoded forms. Not a record: its text must never be
 * printed, not even by accident.
 */
public final class Needle {

    private final String name;
    private final String encoding;
    private final byte[] bytes;

    /**
     * A needle of at least four bytes.
     *
     * @param name the variable whose value this is
     * @param encoding the form: {@code plain}, {@code json}, {@code url}, {@code base64}, …
     */
    public Needle(String name, String encoding, byte[] bytes) {
        if (bytes.length < 4) {
            throw new IllegalArgumentException("a needle has at least 4 bytes: " + name);
        }
        this.name = name;
        this.encoding = encoding;
        this.bytes = bytes.clone();
    }

    /** The variable whose value this is. */
    public String name() {
        return name;
    }

    /** The form in which the value is looked for. */
    public String encoding() {
        return encoding;
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
