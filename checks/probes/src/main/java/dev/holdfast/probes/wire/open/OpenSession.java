package dev.holdfast.probes.wire.open;

import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.wire.Connections;
import dev.holdfast.probes.wire.redaction.Redaction;

/** A session whose wires are open until it is closed. */
public final class OpenSession implements AutoCloseable {
    private final Session session;
    private final Redaction redaction;
    private final Connections connections;

    OpenSession(Session session, Redaction redaction, Connections connections) {
        this.session = session;
        this.redaction = redaction;
        this.connections = connections;
    }

    /** What probes see. */
    public Session session() {
        return session;
    }

    /** Knows every secret that was asked for, for everything that is shown of the run. */
    public Redaction redaction() {
        return redaction;
    }

    /** Ends what still waits for an answer. */
    @Override
    public void close() {
        connections.close();
    }
}
