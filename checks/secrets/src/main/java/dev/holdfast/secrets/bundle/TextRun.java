package dev.holdfast.secrets.bundle;

/** A text that bytes spell, each of its characters in the same number of bytes. */
final class TextRun {
    private final int start;
    private final int stride;
    private final byte[] text;

    TextRun(int start, int stride, byte[] text) {
        this.start = start;
        this.stride = stride;
        this.text = text;
    }

    /** Where its first character stands. */
    int start() {
        return start;
    }

    /** How many bytes each character takes. */
    int stride() {
        return stride;
    }

    /** One byte for each character. */
    byte[] text() {
        return text;
    }
}
