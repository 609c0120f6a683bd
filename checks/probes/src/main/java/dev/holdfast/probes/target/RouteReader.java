package dev.holdfast.probes.target;

import dev.holdfast.core.policy.PolicyItem;
import dev.holdfast.core.problem.UserProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one route, and holds the identities that it names against those of the target. */
final class RouteReader {
    private static final int USUAL_TOLERANCE = 300;
    private static final String IDENTITIES =
            "name one of the target's identities, or anonymous for nobody";

    private final Set<String> identities;

    RouteReader(Set<String> identities) {
        this.identities = identities;
    }

    /**
     * The route.
     *
     * @throws UserProblem with {@code file:line:column} when it names an identity that is not there
     */
    Route read(PolicyItem item) {
        RouteNode node = new RouteNode(item.node(), item.file());
        RouteClass routeClass =
                node.text("class").flatMap(RouteClass::ofWord).orElse(RouteClass.PAGE);
        List<String> methods = node.texts("methods");
        return new Route(
                node.text("path", "/"),
                routeClass,
                methods.isEmpty()
                        ? List.of(routeClass == RouteClass.WEBHOOK ? "POST" : "GET")
                        : methods,
                caller(node),
                node.part("cors").map(RouteReader::cors),
                headers(node),
                cookies(node),
                node.part("webhook").map(RouteReader::webhook),
                node.part("jwt").map(RouteReader::jwt),
                node.part("access").map(this::access),
                node.part("ratelimit").map(this::rateLimit),
                node.part("isolation").map(this::isolation),
                node.place());
    }

    private String known(RouteNode node, String key, String name) {
        if (name.equals(Target.ANONYMOUS) || identities.contains(name)) {
            return name;
        }
        throw node.wrong(key, "there is no identity '" + name + "'", IDENTITIES);
    }

    private List<String> known(RouteNode node, String key) {
        List<String> names = node.texts(key);
        names.forEach(name -> known(node, key, name));
        return names;
    }

    private static CorsRules cors(RouteNode node) {
        return new CorsRules(node.texts("origins"), node.flag("credentials").orElse(false));
    }

    private static List<HeaderExpectation> headers(RouteNode node) {
        return node.parts("headers").entrySet().stream()
                .map(each -> expectation(each.getKey(), each.getValue()))
                .toList();
    }

    private static HeaderExpectation expectation(String name, RouteNode node) {
        return new HeaderExpectation(
                name,
                node.flag("absent").orElse(false),
                node.texts("anyOf"),
                node.texts("contains"),
                node.place());
    }

    private static Map<String, CookieExpectation> cookies(RouteNode node) {
        Map<String, CookieExpectation> cookies = new LinkedHashMap<>();
        node.parts("cookies")
                .forEach((name, each) ->
                        cookies.put(
                                name,
                                new CookieExpectation(
                                        name,
                                        each.flag("secure"),
                                        each.flag("httpOnly"),
                                        each.text("sameSite"),
                                        each.number("maxAge"))));
        return cookies;
    }

    private static Optional<String> header(RouteNode node) {
        Optional<String> name = node.text("header");
        Optional<String> fault = name.flatMap(HeaderName::fault);
        if (fault.isPresent()) {
            throw node.wrong("header", "header " + fault.get(), HeaderName.HINT);
        }
        return name;
    }

    private static String variable(RouteNode node, String key) {
        return node.part(key).flatMap(each -> each.text("env")).orElse("");
    }

    private static WebhookRules webhook(RouteNode node) {
        return new WebhookRules(
                node.text("scheme", ""),
                variable(node, "secret"),
                node.number("tolerance").orElse(USUAL_TOLERANCE),
                node.text("effect"),
                header(node));
    }

    private static JwtRules jwt(RouteNode node) {
        return new JwtRules(
                node.text("issuer", ""),
                node.text("audience", ""),
                node.text("alg", ""),
                variable(node, "key"),
                node.singles("claims"),
                canary(node),
                header(node).orElse("Authorization"),
                node.text("kid", ""));
    }

    private AccessRules access(RouteNode node) {
        List<String> allow = known(node, "allow");
        List<String> deny = known(node, "deny");
        deny.stream()
                .filter(allow::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw node.wrong(
                            "deny",
                            "'" + name + "' is in allow too",
                            "say of each identity whether it may use the route or may not");
                });
        return new AccessRules(allow, deny, canary(node));
    }

    /** Every answer holds an empty text, so it would tell nothing. */
    private static String canary(RouteNode node) {
        Optional<String> canary = node.text("canary");
        if (canary.filter(String::isBlank).isPresent()) {
            throw node.wrong(
                    "canary",
                    "the canary is empty, so every answer would hold it",
                    "name a text that only an accepted answer holds");
        }
        return canary.orElse("");
    }

    private RateLimitRules rateLimit(RouteNode node) {
        return new RateLimitRules(
                node.number("requests").orElseThrow(),
                node.number("window").orElseThrow(),
                caller(node));
    }

    private Optional<String> caller(RouteNode node) {
        return node.text("identity")
                .map(name -> known(node, "identity", name))
                .filter(name -> !name.equals(Target.ANONYMOUS));
    }

    private IsolationRules isolation(RouteNode node) {
        String owner = known(node, "owner", node.text("owner", ""));
        List<String> others = known(node, "others");
        if (others.contains(owner)) {
            throw node.wrong(
                    "others",
                    "'" + owner + "' owns the object and cannot be one of the others",
                    "name identities that must not see it, or anonymous for nobody");
        }
        return new IsolationRules(owner, others, canary(node));
    }
}
