package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.cors.RouteVerdict.Notes;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** Whether those that may read can: the positive control without which a refusal proves little. */
final class AllowedVerdict {
    private AllowedVerdict() {}

    static void judge(Trials trials, Notes notes) {
        reading(trials, notes);
        credentials(trials, notes);
    }

    private static void reading(Trials trials, Notes notes) {
        CheckInfo rule = CorsChecks.REFUSED;
        Expectation expectation = trials.expectation();
        if (expectation.rules().isEmpty()) {
            notes.add(Finding.notApplicable(rule, "the policy says no " + expectation.missing()));
            return;
        }
        Kind kind = expectation.everybody() ? Kind.FOREIGN : Kind.ALLOWED;
        List<Trial> controls =
                trials.fromMain().filter(trial -> trial.origin().kind() == kind).toList();
        if (controls.isEmpty()) {
            notes.add(Finding.notApplicable(rule, "the policy lets no other origin read"));
        }
        for (Trial trial : controls) {
            notes.add(control(trials, trial).keyed(trial.origin().value()));
        }
    }

    private static Finding control(Trials trials, Trial trial) {
        CheckInfo rule = CorsChecks.REFUSED;
        Optional<Finding> blocked = trial.blocked(rule);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        boolean credentials =
                trials.expectation().credentials() && !trials.expectation().everybody();
        Sharing sharing = trial.sharing().orElseThrow();
        Optional<CheckInfo> cause = cause(trials, trial);
        return switch (trial.reading()) {
            case CREDENTIALED -> Finding.pass(rule, trial.words());
            case EVERYBODY, PLAIN ->
                    credentials
                            ? refused(trial, cause, "with credentials")
                            : Finding.pass(rule, trial.words());
            case NOBODY ->
                    sharing.value().isEmpty() && !trials.expectation().needed()
                            ? Finding.notApplicable(
                                    rule,
                                    trial.words()
                                            + "; if a site needs it, say so at the route (cors)")
                            : refused(trial, cause, "");
        };
    }

    private static Finding refused(Trial trial, Optional<CheckInfo> cause, String how) {
        CheckInfo rule = CorsChecks.REFUSED;
        return cause.map(other ->
                        Finding.notApplicable(
                                rule, "a browser refuses it because of " + other.id()))
                .orElseGet(() ->
                        Finding.fail(
                                rule,
                                ("the policy allows it " + how).strip()
                                        + ", but "
                                        + trial.words()));
    }

    /** The other rule that says why a browser refuses the answer. */
    private static Optional<CheckInfo> cause(Trials trials, Trial trial) {
        if (ValueVerdict.several(trial)) {
            return Optional.of(CorsChecks.SEVERAL);
        }
        if (ValueVerdict.invalid(trial)) {
            return Optional.of(CorsChecks.INVALID);
        }
        if (trial.reading() == Reading.EVERYBODY && !trials.expectation().everybody()) {
            return Optional.of(
                    trial.sharing().orElseThrow().withCredentials()
                            ? CorsChecks.EVERYBODY_CREDENTIALS
                            : CorsChecks.EVERYBODY);
        }
        boolean odd =
                trial.reading() == Reading.PLAIN
                        && trial.sharing().filter(AllowedVerdict::odd).isPresent();
        return odd ? Optional.of(CorsChecks.CREDENTIALS) : Optional.empty();
    }

    private static void credentials(Trials trials, Notes notes) {
        CheckInfo rule = CorsChecks.CREDENTIALS;
        Optional<Trial> odd =
                trials.ofRoute()
                        .filter(trial -> trial.sharing().filter(AllowedVerdict::odd).isPresent())
                        .findFirst();
        if (odd.isPresent()) {
            notes.add(
                    Finding.fail(rule, "browsers take only true, and " + odd.get().words())
                            .as(
                                    trials.expectation().credentials()
                                            ? Severity.MEDIUM
                                            : Severity.LOW),
                    odd.get().at().method());
            return;
        }
        boolean forbidden =
                trials.expectation().rules().isPresent() && !trials.expectation().credentials();
        Optional<Trial> more =
                trials.of(Kind.ALLOWED)
                        .filter(trial -> trial.reading() == Reading.CREDENTIALED)
                        .findFirst();
        if (forbidden && more.isPresent()) {
            notes.add(
                    Finding.fail(
                            rule, "the policy allows no credentials, but " + more.get().words()),
                    more.get().at().method());
            return;
        }
        notes.add(
                RouteVerdict.blocked(rule, trials.strangers())
                        .findFirst()
                        .orElseGet(() ->
                                Finding.pass(
                                        rule,
                                        "no value that browsers ignore, and no allowed"
                                                + " origin gets more than the policy says")));
    }

    /** Neither the word that counts nor the one that says the same as no field. */
    private static boolean odd(Sharing sharing) {
        return sharing.credentials()
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .isPresent();
    }
}
