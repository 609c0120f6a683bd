package dev.holdfast.probes.webhook;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Right events that come more than once. Only the effect's path can say what they did. */
final class Repetitions {
    private static final Duration MARGIN = Duration.ofMillis(100);

    private final Session session;
    private final Optional<EffectPath> effects;
    private final Pause pause;
    private final Control control;
    private final RightEvents right;
    private final RunEvents events;

    Repetitions(
            Session session,
            Optional<EffectPath> effects,
            Pause pause,
            Control control,
            RightEvents right,
            RunEvents events) {
        this.session = session;
        this.effects = effects;
        this.pause = pause;
        this.control = control;
        this.right = right;
        this.events = events;
    }

    /** One wrong signature and a right one after it, as while a secret is rotated. */
    Finding several() throws InterruptedException {
        CheckInfo rule = WebhookRuleSet.SEVERAL;
        if (!control.taken()) {
            return notAsked(rule);
        }
        Signer signer = control.signer();
        Event event = events.of(signer.scheme(), "several", 1);
        Instant at = right.time();
        byte[] wrong = new byte[32];
        session.random().nextBytes(wrong);
        List<String> both = List.of(signer.scheme().text(wrong), signer.signature(event, at));
        Answer answer =
                Answer.of(session.wire().send(signer.signed(event, at, both, Intent.STATEFUL)));
        String words = "a wrong signature with a right one after it was " + answer.words();
        return switch (answer) {
            case Answer.Accepted accepted -> Finding.pass(rule, words);
            case Answer.Refused refused -> refusedOne(rule, words);
            case Answer.Unclear unclear -> unclear.inconclusive(rule, "two signatures");
            case Answer.Missing missing -> missing.inconclusive(rule, "two signatures");
        };
    }

    /** It counts only while what is right in everything is still taken. */
    private Finding refusedOne(CheckInfo rule, String words) throws InterruptedException {
        return right.turnedAway()
                .map(why -> Finding.unknown(rule, words + ", which proves nothing: " + why))
                .orElse(Finding.fail(rule, words));
    }

    /** The same bytes twice. */
    Finding replay() throws InterruptedException {
        CheckInfo rule = WebhookRuleSet.REPLAY;
        if (!control.taken()) {
            return notAsked(rule);
        }
        Event event = events.of(control.signer().scheme(), "replay", 1);
        Request request = control.signer().right(event, right.time(), Intent.STATEFUL);
        Answer first = Answer.of(session.wire().send(request));
        Answer second = Answer.of(session.wire().send(request));
        return judged(rule, "the same request", event, first, second);
    }

    /** The same event twice, each time freshly signed, as a sender does that got no answer. */
    Finding duplicate() throws InterruptedException {
        CheckInfo rule = WebhookRuleSet.DUPLICATE;
        if (!control.taken()) {
            return notAsked(rule);
        }
        Answer first = Answer.of(session.wire().send(delivery("duplicate", 1)));
        Answer second = Answer.of(session.wire().send(delivery("duplicate", 2)));
        return judged(rule, "the same event", event("duplicate"), first, second);
    }

    /** The same event twice at the same time. */
    Finding concurrent() throws InterruptedException {
        CheckInfo rule = WebhookRuleSet.CONCURRENT;
        if (!control.taken()) {
            return notAsked(rule);
        }
        Limits limits = session.target().limits();
        if (limits.burst() < 2) {
            return Finding.unknown(
                    rule, "limits.burst of 1 in the policy lets no two requests go at once");
        }
        // The pace of the run would send one after the other; a rest lets both go at once.
        pause.of(Duration.ofSeconds(2).dividedBy(limits.rate()).plus(MARGIN));
        List<Answer> both =
                Together.send(
                        session.wire(),
                        List.of(delivery("concurrent", 1), delivery("concurrent", 2)));
        return judged(
                rule,
                "the same event at once",
                event("concurrent"),
                both.getFirst(),
                both.getLast());
    }

    private Event event(String name) {
        return events.of(control.signer().scheme(), name, 1);
    }

    private Request delivery(String name, int attempt) {
        Event event = events.of(control.signer().scheme(), name, attempt);
        return control.signer().right(event, right.time(), Intent.STATEFUL);
    }

    private Finding judged(CheckInfo rule, String what, Event event, Answer first, Answer second)
            throws InterruptedException {
        String words = what + " was " + first.words() + ", then " + second.words();
        boolean both = first instanceof Answer.Accepted && second instanceof Answer.Accepted;
        boolean one =
                (first instanceof Answer.Accepted && second instanceof Answer.Refused)
                        || (first instanceof Answer.Refused && second instanceof Answer.Accepted);
        if (!both && !one) {
            Answer odd = first instanceof Answer.Accepted ? second : first;
            return odd.inconclusive(rule, what + " twice");
        }
        if (one) {
            Optional<String> turnedAway = right.turnedAway();
            if (turnedAway.isPresent()) {
                return Finding.unknown(rule, words + ", which proves nothing: " + turnedAway.get());
            }
        }
        if (effects.isEmpty()) {
            return one
                    ? Finding.pass(rule, words)
                    : Finding.unknown(
                            rule,
                            words
                                    + "; how often it took effect cannot be seen, since the policy"
                                    + " says no webhook.effect");
        }
        return counted(rule, words, event, effects.get());
    }

    private Finding counted(CheckInfo rule, String words, Event event, EffectPath path)
            throws InterruptedException {
        if (!control.effect().doubt().isEmpty()) {
            return Finding.unknown(rule, words + "; " + control.effect().doubt());
        }
        // A second effect may come later than the first. It is waited for, and mostly in vain.
        OptionalLong effect = path.ofRepeated(event, control.effect());
        if (effect.isEmpty()) {
            return Finding.unknown(
                    rule, words + "; webhook.effect of the policy did not answer a number");
        }
        long times = effect.getAsLong();
        String counted = words + "; effects: " + times;
        if (times == 0) {
            return Finding.unknown(
                    rule, counted + ", so webhook.effect of the policy may be the wrong path");
        }
        return (times == 1 ? Finding.pass(rule, counted) : Finding.fail(rule, counted))
                .with("effects", times);
    }

    private Finding notAsked(CheckInfo rule) {
        return Finding.unknown(rule, "not asked: " + control.why());
    }
}
