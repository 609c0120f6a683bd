package dev.holdfast.secrets.bundle;

import java.util.Locale;

/** Who can see a place in built output, most exposed first. */
enum Exposure {
    /** Sent to every browser. */
    SERVED,
    /** In a source map that is shipped: sent to whoever asks. */
    MAP,
    /** Only on the server. */
    SERVER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
