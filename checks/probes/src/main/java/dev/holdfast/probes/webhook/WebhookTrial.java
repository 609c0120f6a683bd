package dev.holdfast.probes.webhook;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Bracket;
import dev.holdfast.probes.answer.Effects;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.WebhookRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Everything that is tried at one webhook. The right event goes first: what is refused after it was
 * taken was refused for its own fault, if another right event is still taken afterwards. Without
 * them a refusal proves nothing and is unknown.
 */
final class WebhookTrial {
    // So many forgeries between two right events.
    private static final int LOT = 10;

    private final Session session;
    private final WebhookRules rules;
    private final Optional<EffectPath> effects;
    private final Pause pause;
    private final RunEvents events;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(Forgery forgery, String words, Instant at) {}

    WebhookTrial(Session session, WebhookRules rules, Pause pause) {
        this.session = session;
        this.rules = rules;
        this.effects =
                rules.effect()
                        .map(path ->
                                new EffectPath(
                                        path,
                                        new Effects(session.wire(), pause),
                                        pause,
                                        session.clock()));
        this.pause = pause;
        this.events = new RunEvents(session);
    }

    /** Everything that is to be said of the endpoint. */
    List<Finding> of(Signer signer) throws InterruptedException {
        Control control = control(signer);
        RightEvents right = new RightEvents(session, control, events);
        List<Finding> findings = new ArrayList<>();
        findings.add(control.finding());
        Bracket bracket = new Bracket(LOT);
        for (Function<Instant, Forgery> making : forgeries(control.signer())) {
            forged(making.apply(right.time()), control).ifPresent(bracket::add);
            if (bracket.full()) {
                close(bracket, control, right);
            }
        }
        close(bracket, control, right);
        findings.addAll(bracket.all());
        findings.addAll(fails(control));
        Repetitions repetitions = new Repetitions(session, effects, pause, control, right, events);
        if (control.signer().scheme().many()) {
            findings.add(repetitions.several());
        }
        findings.add(repetitions.replay());
        findings.add(repetitions.duplicate());
        findings.add(repetitions.concurrent());
        return findings;
    }

    /**
     * Without the permission to send a right event: one word for all that cannot be said then, and
     * the forgeries that are taken all the same.
     */
    List<Finding> withoutRightEvent(Signer signer) throws InterruptedException {
        Control none =
                new Control(
                        Finding.notApplicable(WebhookRuleSet.VALID, ""),
                        false,
                        "",
                        ControlEffect.NONE,
                        Duration.ZERO,
                        signer);
        List<Finding> findings = new ArrayList<>();
        int turnedDown = 0;
        for (Function<Instant, Forgery> making : forgeries(signer)) {
            Forgery forgery = making.apply(session.clock().instant());
            if (forgery.request().intent() == Intent.STATEFUL) {
                continue;
            }
            Answer answer = Answer.of(session.wire().send(forgery.request()));
            switch (answer) {
                case Answer.Accepted accepted -> taken(forgery, accepted.words());
                case Answer.Missing missing ->
                        findings.add(
                                missing.inconclusive(forgery.rule(), forgery.what())
                                        .keyed(forgery.key()));
                case Answer.Refused _, Answer.Unclear _ -> turnedDown++;
            }
        }
        findings.addAll(fails(none));
        findings.addFirst(
                Finding.notApplicable(
                        WebhookRuleSet.VALID,
                        "a valid event is sent only with destructive: true in the policy and"
                                + " --allow-destructive; without one it proves nothing that "
                                + turnedDown
                                + " forged events were not taken"));
        return findings;
    }

    private List<Function<Instant, Forgery>> forgeries(Signer signer) {
        return new Forgeries(
                        signer,
                        Duration.ofSeconds(rules.tolerance()),
                        name -> events.of(signer.scheme(), name, 1),
                        session.random())
                .all();
    }

    private static void close(Bracket bracket, Control control, RightEvents right)
            throws InterruptedException {
        if (!control.taken()) {
            bracket.accepted();
            return;
        }
        Optional<String> turnedAway = right.turnedAway();
        if (turnedAway.isEmpty()) {
            bracket.accepted();
        } else {
            bracket.turnedAway(turnedAway.get());
        }
    }

    private Control control(Signer signer) throws InterruptedException {
        Control first = ask(signer);
        if (first.taken() || signer.scheme().otherNames().isEmpty()) {
            return first;
        }
        Control second = ask(signer.with(signer.scheme().otherNames().get()));
        return second.taken() ? second : first;
    }

    private Control ask(Signer signer) throws InterruptedException {
        Event event = events.of(signer.scheme(), "right-" + signer.scheme().field(), 1);
        Instant sent = session.clock().instant();
        Answer answer = Answer.of(session.wire().send(signer.right(event, sent, Intent.STATEFUL)));
        Instant got = session.clock().instant();
        return switch (answer) {
            case Answer.Accepted accepted ->
                    new Control(
                            Finding.pass(
                                    WebhookRuleSet.VALID,
                                    "a rightly signed event was " + accepted.words()),
                            true,
                            "",
                            effect(event, events.of(signer.scheme(), "never-sent", 1)),
                            Ahead.of(accepted.response(), got),
                            signer);
            case Answer.Refused refused ->
                    new Control(
                            Finding.unknown(
                                    WebhookRuleSet.VALID,
                                    "a rightly signed event was "
                                            + refused.words()
                                            + ": the policy's path, scheme or the secret in "
                                            + rules.secretVariable()
                                            + " may be wrong"),
                            false,
                            "a rightly signed event was " + refused.words(),
                            ControlEffect.NONE,
                            Ahead.of(refused.response(), got),
                            signer);
            case Answer.Unclear unclear -> without(unclear, signer);
            case Answer.Missing missing -> without(missing, signer);
        };
    }

    private static Control without(Answer answer, Signer signer) {
        Finding finding = answer.inconclusive(WebhookRuleSet.VALID, "a rightly signed event");
        return new Control(
                finding, false, finding.message(), ControlEffect.NONE, Duration.ZERO, signer);
    }

    private ControlEffect effect(Event event, Event never) throws InterruptedException {
        return effects.isPresent() ? effects.get().ofControl(event, never) : ControlEffect.NONE;
    }

    /** What a forgery's answer means; nothing yet when it was taken. */
    private Optional<Finding> forged(Forgery forgery, Control control) throws InterruptedException {
        CheckInfo rule = forgery.rule();
        Answer answer = Answer.of(session.wire().send(forgery.request()));
        String words = forgery.what() + " was " + answer.words();
        if (answer instanceof Answer.Accepted accepted && !forgery.harmless()) {
            taken(forgery, accepted.words());
            return Optional.empty();
        }
        Finding finding =
                switch (answer) {
                    case Answer.Accepted _ ->
                            Finding.pass(rule, words + ", which the sender's libraries may also do")
                                    .as(Severity.INFO);
                    case Answer.Refused _ when control.taken() -> Finding.pass(rule, words);
                    case Answer.Refused _ ->
                            Finding.unknown(
                                    rule, words + ", which proves nothing: " + control.why());
                    case Answer.Unclear unclear -> unclear.inconclusive(rule, forgery.what());
                    case Answer.Missing missing -> missing.inconclusive(rule, forgery.what());
                };
        return Optional.of(finding.keyed(forgery.key()));
    }

    private void taken(Forgery forgery, String words) {
        taken.add(new Taken(forgery, forgery.what() + " was " + words, session.clock().instant()));
    }

    /**
     * What was taken, though forged; less bad when the service is seen to have done nothing about
     * it. Many services act later, so that all are given the time that the right event may take.
     */
    private List<Finding> fails(Control control) throws InterruptedException {
        if (!taken.isEmpty() && effects.isPresent() && control.effect().shows()) {
            effects.get().waitFor(taken.getLast().at(), control.effect());
        }
        List<Finding> fails = new ArrayList<>();
        for (Taken each : taken) {
            Forgery forgery = each.forgery();
            Finding fail = Finding.fail(forgery.rule(), each.words());
            if (effects.isPresent() && control.effect().shows()) {
                OptionalLong effect = effects.get().now(forgery.event());
                if (effect.isPresent() && effect.getAsLong() == 0) {
                    fail =
                            Finding.fail(
                                            forgery.rule(),
                                            each.words() + ", though it took no effect")
                                    .as(Severity.LOW);
                }
            }
            fails.add(fail.keyed(forgery.key()));
        }
        return fails;
    }
}
