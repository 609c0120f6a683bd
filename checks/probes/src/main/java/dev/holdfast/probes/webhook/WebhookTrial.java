package dev.holdfast.probes.webhook;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.answer.Answer;
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
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Everything that is tried at one webhook. The right event goes first: what is refused after it was
 * taken was refused for its own fault. Without it a refusal proves nothing and is unknown.
 */
final class WebhookTrial {
    private static final int LOOKS = 10;

    private static final String ALLOW =
            "a valid event is sent only with destructive: true in the policy and"
                    + " --allow-destructive";

    private final Session session;
    private final WebhookRules rules;
    private final Effects effects;
    private final Pause pause;
    private final String run;

    WebhookTrial(Session session, WebhookRules rules, Pause pause) {
        this.session = session;
        this.rules = rules;
        this.effects = new Effects(session.wire(), pause);
        this.pause = pause;
        this.run = Long.toHexString(session.random().nextLong());
    }

    /** Everything that is to be said of the endpoint. */
    List<Finding> of(Signer signer) throws InterruptedException {
        Control control = control(signer);
        List<Finding> findings = new ArrayList<>();
        findings.add(control.finding());
        Forgeries forgeries =
                new Forgeries(
                        control.signer(),
                        Duration.ofSeconds(rules.tolerance()),
                        name -> event(control.signer().scheme(), name, 1),
                        session.random());
        for (Function<Instant, Forgery> making : forgeries.all()) {
            findings.add(forged(making.apply(time(control)), control));
        }
        Repetitions repetitions =
                new Repetitions(session, rules, effects, pause, control, this::time, this::event);
        if (control.signer().scheme().many()) {
            findings.add(repetitions.several());
        }
        findings.add(repetitions.replay());
        findings.add(repetitions.duplicate());
        findings.add(repetitions.concurrent());
        return findings;
    }

    private Control control(Signer signer) throws InterruptedException {
        if (!session.destructive()) {
            return new Control(
                    Finding.notApplicable(WebhookRuleSet.VALID, ALLOW),
                    false,
                    ALLOW,
                    OptionalLong.empty(),
                    Duration.ZERO,
                    signer);
        }
        Control first = ask(signer);
        if (first.taken() || signer.scheme().otherNames().isEmpty()) {
            return first;
        }
        Control second = ask(signer.with(signer.scheme().otherNames().get()));
        return second.taken() ? second : first;
    }

    private Control ask(Signer signer) throws InterruptedException {
        Event event = event(signer.scheme(), "right-" + signer.scheme().field(), 1);
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
                            effect(event),
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
                            OptionalLong.empty(),
                            Ahead.of(refused.response(), got),
                            signer);
            case Answer.Unclear unclear -> without(unclear, signer);
            case Answer.Missing missing -> without(missing, signer);
        };
    }

    private static Control without(Answer answer, Signer signer) {
        Finding finding = answer.inconclusive(WebhookRuleSet.VALID, "a rightly signed event");
        return new Control(
                finding, false, finding.message(), OptionalLong.empty(), Duration.ZERO, signer);
    }

    private OptionalLong effect(Event event) throws InterruptedException {
        return rules.effect().isPresent()
                ? effects.atLeast(1, rules.effect().get().replace("${event}", event.id()), LOOKS)
                : OptionalLong.empty();
    }

    private Finding forged(Forgery forgery, Control control) throws InterruptedException {
        CheckInfo rule = forgery.rule();
        if (forgery.request().intent() == Intent.STATEFUL && !session.destructive()) {
            return Finding.notApplicable(rule, ALLOW).keyed(forgery.key());
        }
        Answer answer = Answer.of(session.wire().send(forgery.request()));
        String words = forgery.what() + " was " + answer.words();
        Finding finding =
                switch (answer) {
                    case Answer.Accepted accepted when forgery.harmless() ->
                            Finding.pass(rule, words + ", which the sender's libraries may also do")
                                    .as(Severity.INFO);
                    case Answer.Accepted accepted -> taken(forgery, words, control);
                    case Answer.Refused refused when control.taken() -> Finding.pass(rule, words);
                    case Answer.Refused refused ->
                            Finding.unknown(
                                    rule, words + ", which proves nothing: " + control.why());
                    case Answer.Unclear unclear -> unclear.inconclusive(rule, forgery.what());
                    case Answer.Missing missing -> missing.inconclusive(rule, forgery.what());
                };
        return finding.keyed(forgery.key());
    }

    /** Taken, though forged; less bad when the service is seen to have done nothing about it. */
    private Finding taken(Forgery forgery, String words, Control control)
            throws InterruptedException {
        if (control.shows()) {
            OptionalLong effect =
                    effects.now(
                            rules.effect().orElse("").replace("${event}", forgery.event().id()));
            if (effect.isPresent() && effect.getAsLong() == 0) {
                return Finding.fail(forgery.rule(), words + ", though it took no effect")
                        .as(Severity.LOW);
            }
        }
        return Finding.fail(forgery.rule(), words);
    }

    private Instant time(Control control) {
        return session.clock().instant().plus(control.ahead());
    }

    private Event event(Scheme scheme, String name, int attempt) {
        String id = Event.MARK + run + "-" + name.toLowerCase(Locale.ROOT);
        return Event.of(scheme, id, attempt, session.clock().instant());
    }
}
