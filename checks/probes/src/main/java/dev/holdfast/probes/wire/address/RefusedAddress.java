package dev.holdfast.probes.wire.address;

import java.io.IOException;

/** A target has an address that it may not have; the message says which, for a report. */
public final class RefusedAddress extends IOException {
    RefusedAddress(String message) {
        super(message);
    }
}
