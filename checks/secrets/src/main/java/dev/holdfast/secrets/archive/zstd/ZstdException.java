package dev.holdfast.secrets.archive.zstd;

import java.io.IOException;

/** Zstandard data that cannot be unpacked. The message is a sentence part that quotes nothing. */
public final class ZstdException extends IOException {
    private static final long serialVersionUID = 1L;

    ZstdException(String message) {
        super(message);
    }

    static ZstdException broken() {
        return new ZstdException("is broken or cut off");
    }
}
