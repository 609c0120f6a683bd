package dev.holdfast.core.history;

import java.io.IOException;

/**
 * A content is sound and larger than memory allows; the message is a sentence part that says so.
 */
public final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says how large it is, and what gives more memory. */
    public TooLarge(String message) {
        super(message);
    }
}
