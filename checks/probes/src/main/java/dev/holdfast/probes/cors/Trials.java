package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that a route was asked.
 *
 * @param main from where it was asked with every origin
 * @param blocked why nothing can be said of the route, when so
 * @param remarks what a reader should know of how it was asked
 * @param unseen what the policy says should be seen and was not
 */
record Trials(
        Route route,
        Expectation expectation,
        Standpoint main,
        TrialOrigins origins,
        List<Trial> all,
        Optional<Blocked> blocked,
        List<String> remarks,
        List<String> unseen) {
    Trials {
        all = List.copyOf(all);
        remarks = List.copyOf(remarks);
        unseen = List.copyOf(unseen);
    }

    /** Makes the finding of a rule that could not be looked at. */
    @FunctionalInterface
    interface Blocked {
        Finding as(CheckInfo rule);
    }

    /** Those from the main standpoint with an origin that the policy does not list. */
    Stream<Trial> strangers() {
        return fromMain().filter(trial -> trial.origin().kind() != Kind.ALLOWED);
    }

    /** Those from the main standpoint. */
    Stream<Trial> fromMain() {
        return all.stream().filter(trial -> trial.at().equals(main));
    }

    /** Those at the route itself, whatever their method, with that kind of origin. */
    Stream<Trial> of(Kind kind) {
        return ofRoute().filter(trial -> trial.origin().kind() == kind);
    }

    /** Those at the route itself. */
    Stream<Trial> ofRoute() {
        return all.stream().filter(trial -> !trial.at().error());
    }

    /** Those at the path that does not exist. */
    Stream<Trial> ofErrors() {
        return all.stream().filter(trial -> trial.at().error());
    }

    /** Whether a page of that origin can read more than the policy says. */
    boolean accepted(Trial trial) {
        return expectation.exceeded(trial.origin(), trial.reading());
    }

    /** Those accepted from the main standpoint. */
    List<Trial> acceptedFromMain() {
        Predicate<Trial> accepted = this::accepted;
        return fromMain().filter(accepted).toList();
    }
}
