package dev.holdfast.secrets.bundle;

import java.io.IOException;

/** The content of a file is not what it says it is; the message quotes nothing of it. */
final class BadContent extends IOException {
    private static final long serialVersionUID = 1L;

    BadContent(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
