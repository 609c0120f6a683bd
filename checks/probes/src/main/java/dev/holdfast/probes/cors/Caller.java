package dev.holdfast.probes.cors;

import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks for a route as a signed-in user.
 *
 * @param field the header field with the secret, in lower case
 * @param named whether the policy says that this identity uses the route
 */
record Caller(String name, String field, boolean named) {

    /** The one that the policy names for the route, else the one most like a browser's user. */
    static Optional<Caller> of(Target target, Route route) {
        Optional<String> named =
                route.identity()
                        .or(() ->
                                route.access().flatMap(rules -> rules.allow().stream().findFirst()))
                        .or(() -> route.isolation().map(rules -> rules.owner()))
                        .filter(name -> target.identities().containsKey(name));
        // An administrator has no business at routes that do not ask for one.
        Comparator<CallerIdentity> likeAUser =
                Comparator.comparing((CallerIdentity each) -> privileged(target, each))
                        .thenComparing(each -> !each.header().equalsIgnoreCase("Cookie"))
                        .thenComparing(CallerIdentity::name);
        return named.map(target.identities()::get)
                .or(() -> target.identities().values().stream().min(likeAUser))
                .map(each -> new Caller(each.name(), lower(each), named.isPresent()));
    }

    private static boolean privileged(Target target, CallerIdentity identity) {
        return target.routes().stream()
                .flatMap(route -> route.access().stream())
                .anyMatch(rules -> rules.allow().contains(identity.name()));
    }

    private static String lower(CallerIdentity identity) {
        return identity.header().toLowerCase(Locale.ROOT);
    }
}
