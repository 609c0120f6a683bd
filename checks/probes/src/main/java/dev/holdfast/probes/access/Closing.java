package dev.holdfast.probes.access;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.verdict.Admission;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.Optional;

/**
 * Asks again, after tricks, what was asked before them. Where a guard has shut the caller out
 * meanwhile, refusals are the guard's and say nothing of the service.
 *
 * @param denied the plain request of the caller who may not
 * @param before what became of it before the tricks
 * @param allowed the request that was answered with the canary
 */
record Closing(Wire wire, String canary, Request denied, Reply before, Request allowed) {

    /** What has changed for the caller who may not, for a report; nothing when all is as before. */
    Optional<String> changed() throws InterruptedException {
        Optional<Exchange> first = Answers.exchange(before);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Reply reply = wire.send(denied);
        Optional<Exchange> now = Answers.exchange(reply);
        String plain = "the plain request, asked again afterwards, was ";
        if (now.isEmpty()) {
            return Optional.of(plain + Admission.of(reply, canary).words());
        }
        int status = first.get().response().status();
        int later = now.get().response().status();
        if (status != later) {
            return Optional.of(
                    plain + "answered " + later + " instead of " + status + ": " + guard());
        }
        boolean refused = Admission.of(before, canary).refused();
        return refused && !Answers.alike(first.get(), now.get()) && twice(now.get())
                ? Optional.of(plain + "answered " + later + " with other words: " + guard())
                : Optional.empty();
    }

    /** Whether the new words stay; a service that has others in every answer has not changed. */
    private boolean twice(Exchange now) throws InterruptedException {
        return Answers.exchange(wire.send(denied))
                .filter(again -> !Answers.alike(now, again))
                .isEmpty();
    }

    /** What has changed for the caller who may. */
    Optional<String> shut() throws InterruptedException {
        if (allowed.intent() != Intent.PASSIVE) {
            return Optional.empty();
        }
        Admission admission = Admission.of(wire.send(allowed), canary);
        return admission.letIn()
                ? Optional.empty()
                : Optional.of(
                        allowed.identity().orElse("nobody")
                                + ", who may, asked again afterwards, was "
                                + admission.words());
    }

    private static String guard() {
        return "a guard may have stepped in; let the caller through it and probe again";
    }
}
