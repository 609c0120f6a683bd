package dev.holdfast.secrets.sourcemap;

/** A source map that is not one; the message says why and quotes nothing of it. */
public final class BrokenMap extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenMap(String message) {
        super(message, null, false, false);
    }

    /** Why; never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
