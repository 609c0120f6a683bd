package dev.holdfast.probes.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One route of a target. What is not there was not said in the policy, and a probe that needs it is
 * not applicable.
 *
 * @param path with the query, as it is asked for
 * @param methods that it answers, GET alone unless the policy says otherwise
 * @param identity who asks for it when its headers are looked at, or nothing for nobody
 * @param cors the route's own, else the target's
 * @param headers what is expected of its header fields beside what its class says
 * @param cookies by name
 * @param place where it stands in the policy, {@code FILE:LINE:COL}
 */
public record Route(
        String path,
        RouteClass routeClass,
        List<String> methods,
        Optional<String> identity,
        Optional<CorsRules> cors,
        List<HeaderExpectation> headers,
        Map<String, CookieExpectation> cookies,
        Optional<WebhookRules> webhook,
        Optional<JwtRules> jwt,
        Optional<AccessRules> access,
        Optional<RateLimitRules> rateLimit,
        Optional<IsolationRules> isolation,
        String place) {
    public Route {
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        cookies = Map.copyOf(cookies);
    }

    /** A route of which the policy says nothing but its class, as tests need it. */
    public static Route of(String path, RouteClass routeClass) {
        return new Route(
                path,
                routeClass,
                List.of("GET"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** Who is answered: the route's identity, else one of whom the policy says so. */
    public Optional<String> caller() {
        return identity.or(() -> isolation.map(IsolationRules::owner))
                .or(() ->
                        access.map(AccessRules::allow)
                                .flatMap(allowed -> allowed.stream().findFirst()))
                .filter(name -> !name.equals(Target.ANONYMOUS));
    }

    /** Whether the policy says that not everybody is answered. */
    public boolean guarded() {
        return jwt.isPresent() || access.isPresent() || isolation.isPresent();
    }
}
