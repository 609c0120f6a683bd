package dev.holdfast.probes.wire.transport;

import java.io.IOException;

/** An answer whose header OkHttp does not read, though a browser may. */
public final class OddHeader extends IOException {
    OddHeader() {
        super("the answer's header has a line that is no field");
    }
}
