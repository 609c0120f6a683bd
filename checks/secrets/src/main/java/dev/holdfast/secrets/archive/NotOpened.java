package dev.holdfast.secrets.archive;

import java.io.IOException;

/** Something that cannot be looked at. The message is a sentence part that quotes nothing of it. */
final class NotOpened extends IOException {
    private static final long serialVersionUID = 1L;

    static final String BROKEN = "is broken or cut off";

    NotOpened(String message) {
        super(message);
    }
}
