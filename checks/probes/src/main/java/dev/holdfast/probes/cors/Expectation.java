package dev.holdfast.probes.cors;

import dev.holdfast.probes.target.CorsRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * Who may read a route's answers.
 *
 * @param rules what the policy says, when it says anything
 * @param personal whether the answer is meant for a signed-in user
 * @param needed whether a site is known to need the route, so that it has to work: the policy says
 *     so of the route itself, or of the target and the route is one for programs
 * @param missing the key that is missing when the policy says nothing
 */
record Expectation(Optional<CorsRules> rules, boolean personal, boolean needed, String missing) {

    static Expectation of(Target target, Route route) {
        boolean personal =
                route.identity().isPresent()
                        || route.access().isPresent()
                        || route.isolation().isPresent()
                        || route.jwt().isPresent()
                        || switch (route.routeClass()) {
                            case AUTHENTICATED, ADMIN, LOGOUT -> true;
                            default -> false;
                        };
        return new Expectation(
                target.cors(route),
                personal,
                route.cors().isPresent() || route.routeClass() == RouteClass.API,
                "probes.targets." + target.name() + ".cors");
    }

    /** Whether the policy says that everybody may, which is never with credentials. */
    boolean everybody() {
        return rules.filter(said -> said.origins().contains("*")).isPresent();
    }

    /** The origins that the policy lists. */
    List<String> origins() {
        return rules.map(CorsRules::origins).orElse(List.of()).stream()
                .filter(origin -> !origin.equals("*"))
                .toList();
    }

    /** Whether the listed origins may with credentials. */
    boolean credentials() {
        return rules.filter(CorsRules::credentials).isPresent();
    }

    /** Whether what a page of that origin can read is more than the policy says. */
    boolean exceeded(TrialOrigin origin, Reading reading) {
        return !origins().contains(origin.value())
                && switch (reading) {
                    case NOBODY, EVERYBODY -> false;
                    case PLAIN -> !everybody();
                    case CREDENTIALED -> true;
                };
    }
}
