package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.cors.RouteVerdict.Notes;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an origin gets that has nothing to do with the service: at the route and at its errors. */
final class ForeignVerdict {
    private final Trials trials;
    private final Notes notes;
    private final List<Trial> foreign;
    private final List<Trial> accepted;

    ForeignVerdict(Trials trials, Notes notes) {
        this.trials = trials;
        this.notes = notes;
        foreign = trials.of(Kind.FOREIGN).toList();
        accepted = foreign.stream().filter(trials::accepted).toList();
    }

    void judge() {
        reflected();
        everybody();
        everybodyWithCredentials();
        errors();
    }

    /** One failure for the route, and what is so for each method that did not fail. */
    private void reflected() {
        CheckInfo rule = CorsChecks.REFLECTED;
        if (!accepted.isEmpty()) {
            notes.add(RouteVerdict.accepted(rule, accepted), accepted.getFirst().at().method());
        }
        Map<String, List<Trial>> methods =
                foreign.stream()
                        .collect(
                                Collectors.groupingBy(
                                        trial -> trial.at().method(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        methods.forEach((method, asked) -> {
            if (accepted.stream().noneMatch(asked::contains)) {
                notSeen(rule, method, asked);
            }
        });
        for (String unseen : trials.unseen()) {
            notes.add(Finding.unknown(rule, unseen).keyed("signed-in"));
        }
        if (trials.unseen().isEmpty()
                && trials.fromMain().anyMatch(ForeignVerdict::turnedToLogin)) {
            notes.add(
                    Finding.notApplicable(
                                    rule,
                                    "what a user gets was not looked at: the policy says no"
                                            + " identity that may use the route, and nobody is"
                                            + " answered 401")
                            .keyed("signed-in"));
        }
    }

    /** A refusal is a pass only of those that were answered; the rest is said apart. */
    private void notSeen(CheckInfo rule, String method, List<Trial> asked) {
        for (Trial trial : asked) {
            trial.blocked(rule)
                    .ifPresent(finding ->
                            notes.add(
                                    new Finding(
                                            rule,
                                            turnedAway(trial)
                                                    ? Outcome.NOT_APPLICABLE
                                                    : finding.outcome(),
                                            finding.severity(),
                                            trial.at().words(),
                                            "not looked at: "
                                                    + trial.at().words()
                                                    + ": "
                                                    + finding.message(),
                                            finding.properties()),
                                    method));
        }
        List<Trial> refused =
                asked.stream().filter(trial -> trial.blocked(rule).isEmpty()).toList();
        if (!refused.isEmpty()) {
            notes.add(
                    Finding.pass(
                            rule,
                            TrialOrigin.FOREIGN.words()
                                    + (refused.stream()
                                                    .anyMatch(trial ->
                                                            trial.reading() != Reading.NOBODY)
                                            ? " reads no more than the policy says ("
                                            : " cannot read answers (")
                                    + at(refused)
                                    + ")"),
                    method);
        }
    }

    /** Whether nobody is sent elsewhere from a route that its identity was let in to. */
    private boolean turnedAway(Trial trial) {
        return trials.main().identity().isPresent()
                && trial.at().identity().isEmpty()
                && trial.response().filter(Response::redirects).isPresent();
    }

    private static boolean turnedToLogin(Trial trial) {
        return trial.origin().kind() == Kind.NONE
                && trial.response().filter(response -> response.status() == 401).isPresent();
    }

    private void everybody() {
        CheckInfo rule = CorsChecks.EVERYBODY;
        List<Trial> open = open().toList();
        // A list for the whole target does not mean its fonts and health checks.
        boolean some = trials.expectation().rules().isPresent() && trials.expectation().needed();
        if (open.isEmpty()) {
            Optional<Finding> blocked =
                    RouteVerdict.blocked(rule, trials.fromMain().filter(this::isForeign))
                            .findFirst();
            notes.add(
                    blocked.orElseGet(
                            () -> Finding.pass(rule, "Access-Control-Allow-Origin is not *")));
        } else if (trials.expectation().everybody()) {
            notes.add(Finding.pass(rule, "* as the policy says (" + at(open) + ")"));
        } else if (some || trials.expectation().personal()) {
            notes.add(
                    Finding.fail(
                                    rule,
                                    "Access-Control-Allow-Origin: * ("
                                            + at(open)
                                            + "), and the policy "
                                            + (some
                                                    ? "names who may read"
                                                    : "says that it is for a signed-in user"))
                            .as(some ? Severity.MEDIUM : Severity.LOW),
                    open.getFirst().at().method());
        } else {
            notes.add(
                    Finding.pass(
                            rule,
                            "* on what anybody may ask for, and the policy says no cors at this"
                                    + " route"));
        }
    }

    private void everybodyWithCredentials() {
        CheckInfo rule = CorsChecks.EVERYBODY_CREDENTIALS;
        Optional<Trial> both = trials.ofRoute().filter(ForeignVerdict::both).findFirst();
        if (both.isPresent()) {
            notes.add(
                    Finding.fail(
                            rule,
                            "Access-Control-Allow-Origin: * beside"
                                    + " Access-Control-Allow-Credentials: true ("
                                    + both.get().at().words()
                                    + ")"),
                    both.get().at().method());
            return;
        }
        notes.add(
                RouteVerdict.blocked(rule, trials.fromMain().filter(this::isForeign))
                        .findFirst()
                        .orElseGet(() -> Finding.pass(rule, "never * beside credentials")));
    }

    private void errors() {
        CheckInfo rule = CorsChecks.ERROR_PAGE;
        for (Trial trial : trials.ofErrors().toList()) {
            boolean asTheRoute =
                    !accepted.isEmpty() || trials.ofRoute().anyMatch(ForeignVerdict::both);
            Finding finding;
            if (trials.accepted(trial) || both(trial)) {
                finding =
                        asTheRoute
                                ? Finding.notApplicable(
                                        rule, "as on the route itself: see what is said there")
                                : RouteVerdict.accepted(rule, List.of(trial));
            } else {
                finding =
                        trial.blocked(rule)
                                .orElseGet(() ->
                                        Finding.pass(
                                                rule,
                                                trial.words()
                                                        + ", status "
                                                        + trial.response().orElseThrow().status()));
            }
            notes.add(finding, trial.at().method(), trial.at().path());
        }
    }

    private Stream<Trial> open() {
        return foreign.stream()
                .filter(trial -> trial.reading() == Reading.EVERYBODY)
                .filter(trial -> !both(trial));
    }

    private boolean isForeign(Trial trial) {
        return trial.origin().kind() == Kind.FOREIGN;
    }

    private static boolean both(Trial trial) {
        return trial.sharing().filter(Sharing::everybodyWithCredentials).isPresent();
    }

    private static String at(List<Trial> some) {
        return some.stream().map(trial -> trial.at().words()).collect(Collectors.joining(", "));
    }
}
