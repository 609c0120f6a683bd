package dev.holdfast.probes.maintenance;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.wire.Reply;

/** A route that was asked, and what became of it. */
record Visit(Place place, Reply reply) {
    boolean webhook() {
        return place.routeClass() == RouteClass.WEBHOOK;
    }

    /** Whether it says that the service is down. */
    boolean unavailable() {
        return reply instanceof Reply.Answered answered
                && answered.exchange().response().status() == 503;
    }

    Answer answer() {
        return Answer.of(reply);
    }
}
