package dev.holdfast.probes.wire.transport;

import java.io.IOException;

/** What came is no HTTP, or broke off; the message says how, for a report. */
public final class NotHttp extends IOException {
    NotHttp(String message) {
        super(message);
    }
}
