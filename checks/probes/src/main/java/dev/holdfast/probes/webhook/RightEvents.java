package dev.holdfast.probes.webhook;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.session.Session;
import java.time.Instant;
import java.util.Optional;

/** Right events between the forged ones: only while they are taken does a refusal say anything. */
final class RightEvents {
    private final Session session;
    private final Control control;
    private final RunEvents events;
    private int count;

    RightEvents(Session session, Control control, RunEvents events) {
        this.session = session;
        this.control = control;
        this.events = events;
    }

    /** The service's time. */
    Instant time() {
        return session.clock().instant().plus(control.ahead());
    }

    /** Sends one more. Says what became of it when it is not taken. */
    Optional<String> turnedAway() throws InterruptedException {
        count++;
        Event event = events.of(control.signer().scheme(), "right-again-" + count, 1);
        Answer answer =
                Answer.of(
                        session.wire()
                                .send(control.signer().right(event, time(), Intent.STATEFUL)));
        return answer instanceof Answer.Accepted
                ? Optional.empty()
                : Optional.of("a rightly signed event after it was " + answer.words());
    }
}
