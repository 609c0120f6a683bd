package dev.holdfast.probes.webhook;

import dev.holdfast.probes.session.Session;
import java.util.Locale;

/** Makes the events of one run, each with an id that no other run has. */
final class RunEvents {
    private final Session session;
    private final String run;

    RunEvents(Session session) {
        this.session = session;
        this.run = Long.toHexString(session.random().nextLong());
    }

    /**
     * An event.
     *
     * @param name what it is for; the same name is the same event
     * @param attempt makes the bodies of two deliveries of one event differ
     */
    Event of(Scheme scheme, String name, int attempt) {
        String id = Event.MARK + run + "-" + name.toLowerCase(Locale.ROOT);
        return Event.of(scheme, id, attempt, session.clock().instant());
    }
}
