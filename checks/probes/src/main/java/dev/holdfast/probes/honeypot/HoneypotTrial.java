package dev.holdfast.probes.honeypot;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Effects;
import dev.holdfast.probes.answer.Firewall;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.HoneypotRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Asks for each path once and looks what came of it. */
final class HoneypotTrial {
    private static final int LOOKS = 10;

    /** The trial goes on to have an effect after it is over. */
    private static final String BANNED =
            "; the service may have banned this caller: lift the ban before the next run";

    private final Session session;
    private final HoneypotRules rules;
    private final Effects effects;

    HoneypotTrial(Session session, HoneypotRules rules, Pause pause) {
        this.session = session;
        this.rules = rules;
        this.effects = new Effects(session.wire(), pause);
    }

    List<Observation> run() throws InterruptedException {
        OptionalInt before = rules.ban().isPresent() ? next() : OptionalInt.empty();
        List<Observation> seen = new ArrayList<>();
        boolean first = true;
        for (String path : rules.paths()) {
            Place place = Place.of("GET", path, RouteClass.PAGE);
            trigger(path, first).forEach(finding -> seen.add(place.saw(finding)));
            first = false;
        }
        if (rules.ban().isPresent()) {
            Place place = Place.of("GET", next(session), RouteClass.PAGE);
            seen.add(place.saw(banned(rules.ban().get(), before)));
        }
        return seen;
    }

    private List<Finding> trigger(String path, boolean first) throws InterruptedException {
        OptionalLong earlier = number();
        OptionalLong before = number();
        Reply reply = session.wire().send(Request.of("GET", path, Intent.STATEFUL));
        if (!(reply instanceof Reply.Answered answered)) {
            Answer none = Answer.of(reply);
            return List.of(none.inconclusive(HoneypotRuleSet.EFFECT, "the honeypot's path"));
        }
        Response response = answered.exchange().response();
        boolean banned =
                !first && rules.ban().filter(status -> status == response.status()).isPresent();
        Finding effect =
                before.isPresent() && !before.equals(earlier)
                        ? moving(earlier, before.getAsLong())
                        : effect(before, response.status(), banned);
        return List.of(leaks(response), effect);
    }

    /** A number that moves by itself would seem to have risen by the request. */
    private static Finding moving(OptionalLong earlier, long before) {
        String first = earlier.isPresent() ? Long.toString(earlier.getAsLong()) : "none";
        return Finding.unknown(
                HoneypotRuleSet.EFFECT,
                "the number of honeypot.effect went from "
                        + first
                        + " to "
                        + before
                        + " before the path was asked for: it has to count alerts and not how often"
                        + " it is read, and nobody else may ask meanwhile"
                        + BANNED);
    }

    private OptionalLong number() throws InterruptedException {
        return rules.effect().isPresent()
                ? effects.now(rules.effect().get())
                : OptionalLong.empty();
    }

    private static Finding leaks(Response response) {
        Optional<String> firewall = Firewall.of(response);
        if (firewall.isPresent()) {
            return Finding.unknown(
                    HoneypotRuleSet.LEAKS, "a firewall seems to have answered: " + firewall.get());
        }
        return Leak.in(response)
                .map(leak -> Finding.fail(HoneypotRuleSet.LEAKS, "the answer holds " + leak))
                .orElseGet(() ->
                        Leak.whole(response)
                                ? Finding.pass(
                                        HoneypotRuleSet.LEAKS,
                                        "the answer, " + response.status() + ", gives nothing away")
                                : Finding.unknown(
                                        HoneypotRuleSet.LEAKS,
                                        "the answer, "
                                                + response.status()
                                                + ", is longer than what was looked at, "
                                                + Leak.LOOKED_AT / 1024
                                                + " KiB"));
    }

    private Finding effect(OptionalLong before, int status, boolean banned)
            throws InterruptedException {
        if (rules.effect().isEmpty()) {
            return Finding.unknown(
                    HoneypotRuleSet.EFFECT,
                    "answered "
                            + status
                            + "; whether anybody noticed cannot be seen, since the policy says no"
                            + " honeypot.effect"
                            + BANNED);
        }
        if (before.isEmpty()) {
            return Finding.unknown(
                    HoneypotRuleSet.EFFECT,
                    "honeypot.effect of the policy did not answer a number before the path was"
                            + " asked for");
        }
        long wanted = before.getAsLong() + 1;
        OptionalLong after = effects.atLeast(wanted, rules.effect().get(), LOOKS);
        if (after.isEmpty()) {
            return Finding.unknown(
                    HoneypotRuleSet.EFFECT,
                    "honeypot.effect of the policy did not answer a number any more: the runner may"
                            + " be banned from it too"
                            + BANNED);
        }
        String words =
                "the number was "
                        + before.getAsLong()
                        + " before and "
                        + after.getAsLong()
                        + " after";
        if (after.getAsLong() >= wanted) {
            return Finding.pass(HoneypotRuleSet.EFFECT, words + BANNED);
        }
        return banned
                ? Finding.unknown(
                        HoneypotRuleSet.EFFECT, words + "; an earlier path had banned the runner")
                : Finding.fail(HoneypotRuleSet.EFFECT, words);
    }

    private Finding banned(int status, OptionalInt before) throws InterruptedException {
        if (before.isEmpty()) {
            return Finding.unknown(
                    HoneypotRuleSet.BAN, "there was no answer before the honeypot was asked for");
        }
        if (before.getAsInt() == status) {
            return Finding.unknown(
                    HoneypotRuleSet.BAN,
                    "the answer was " + status + " already before the honeypot was asked for");
        }
        OptionalInt after = next();
        if (after.isEmpty()) {
            return Finding.unknown(
                    HoneypotRuleSet.BAN,
                    "there was no answer any more, where the policy says " + status);
        }
        String words =
                "the next request was answered "
                        + after.getAsInt()
                        + ", before the honeypot "
                        + before.getAsInt()
                        + "; the policy says "
                        + status;
        return after.getAsInt() == status
                ? Finding.pass(
                        HoneypotRuleSet.BAN,
                        words + "; this caller is banned now: lift the ban before the next run")
                : Finding.fail(HoneypotRuleSet.BAN, words);
    }

    private OptionalInt next() throws InterruptedException {
        Reply reply = session.wire().send(Request.get(next(session)));
        return reply instanceof Reply.Answered answered
                ? OptionalInt.of(answered.exchange().response().status())
                : OptionalInt.empty();
    }

    /** What an ordinary visitor asks for: the first page of the policy. */
    private static String next(Session session) {
        return session.target().routes().stream()
                .filter(route -> route.routeClass() == RouteClass.PAGE)
                .filter(route -> route.identity().isEmpty())
                .map(Route::path)
                .findFirst()
                .orElse("/");
    }
}
