package dev.holdfast.secrets.known;

import java.io.IOException;

/** What is remembered does not count; the message is a sentence part that says why. */
public final class NotUsable extends IOException {
    private static final long serialVersionUID = 1L;

    /** For that reason. */
    public NotUsable(String why) {
        super(why);
    }
}
