package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;

/**
 * An origin that was asked with, from where, and what became of it.
 *
 * @param doubt why the answer is not the route's own word, when it is not
 */
record Trial(Standpoint at, TrialOrigin origin, Reply reply, Optional<String> doubt) {

    Optional<Response> response() {
        return reply instanceof Reply.Answered answered
                ? Optional.of(answered.exchange().response())
                : Optional.empty();
    }

    Optional<Sharing> sharing() {
        return response().map(response -> Sharing.of(response.fields()));
    }

    /**
     * How far a page of the origin may read the answer; a preflight lets nobody in without a 2xx
     * (Fetch standard, "CORS-preflight fetch").
     */
    Reading reading() {
        if (at.preflight() && response().filter(Response::successful).isEmpty()) {
            return Reading.NOBODY;
        }
        return sharing().map(sharing -> sharing.reading(origin.value())).orElse(Reading.NOBODY);
    }

    /** Why nothing can be said of a refusal, as that rule's finding; nothing when it is one. */
    Optional<Finding> blocked(CheckInfo rule) {
        if (reply instanceof Reply.Unanswered none) {
            return Optional.of(NoAnswer.of(rule, none));
        }
        return doubt.map(
                why -> Finding.unknown(rule, origin.words() + " (" + at.words() + "): " + why));
    }

    /** The same with a doubt, when it has none of its own. */
    Trial doubted(String why) {
        return new Trial(at, origin, reply, doubt.or(() -> Optional.of(why)));
    }

    /** What the browser was told, for a report. */
    String words() {
        Sharing sharing = sharing().orElseThrow();
        String value = sharing.value().orElse("");
        String said =
                value.isEmpty()
                        ? "was answered without Access-Control-Allow-Origin"
                        : value.equals(origin.value())
                                ? "was echoed"
                                : "was answered Access-Control-Allow-Origin: " + value;
        String credentials =
                sharing.credentials()
                        .map(text -> " with Access-Control-Allow-Credentials: " + text)
                        .orElse("");
        return origin.words() + " " + said + credentials + " (" + at.words() + ")";
    }
}
