package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be asked of a target. */
final class Permission {
    /** What a browser sends by itself. Anything else may be what a service obeys. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "accept",
                    "accept-charset",
                    "accept-encoding",
                    "accept-language",
                    "access-control-request-headers",
                    "access-control-request-method",
                    "access-control-request-private-network",
                    "cache-control",
                    "content-type",
                    "dnt",
                    "if-modified-since",
                    "if-none-match",
                    "origin",
                    "pragma",
                    "range",
                    "referer",
                    "save-data",
                    "upgrade-insecure-requests");

    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "proxy-authorization", "cookie");

    private final Target target;
    private final boolean destructive;

    /**
     * What may be asked.
     *
     * @param destructive whether policy and command line both allow to change something
     */
    Permission(Target target, boolean destructive) {
        this.target = target;
        this.destructive = destructive;
    }

    /** Why a request may not be sent, or nothing when it may. */
    Optional<String> refusal(Request request) {
        return ending(request).or(() -> intent(request)).or(() -> way(request));
    }

    /**
     * A GET of a logout ends the session of the identity that asks, and whatever is asked as it
     * afterwards is refused: every other probe would pass. So a secret goes there only with a
     * request that is meant to end a session.
     */
    private Optional<String> ending(Request request) {
        boolean ends =
                request.identity().filter(target.identities()::containsKey).isPresent()
                        && request.intent() != Intent.STATEFUL
                        && target.routes().stream()
                                .filter(route -> route.routeClass() == RouteClass.LOGOUT)
                                .map(route -> bare(route.path()))
                                .anyMatch(logout -> at(logout, bare(request.path())));
        return ends
                ? Optional.of(
                        "it would log "
                                + request.identity().orElseThrow()
                                + " out, and what is asked as that identity afterwards would say"
                                + " nothing")
                : Optional.empty();
    }

    private static String bare(String path) {
        return path.split("[?#]", 2)[0];
    }

    /** Whether a path is that of the logout, or below it, where many routers answer the same. */
    private static boolean at(String logout, String path) {
        return path.equals(logout) || (logout.length() > 1 && path.startsWith(logout + "/"));
    }

    private Optional<String> intent(Request request) {
        if (destructive) {
            return Optional.empty();
        }
        if (request.intent() == Intent.STATEFUL) {
            return Optional.of(
                    "it would change something; that needs destructive: true under probes.targets."
                            + target.name()
                            + " and --allow-destructive");
        }
        if (!target.production()) {
            return Optional.empty();
        }
        String permission =
                "; production is only looked at, unless probes.targets."
                        + target.name()
                        + ".destructive and --allow-destructive both allow more";
        if (request.intent() != Intent.PASSIVE) {
            return Optional.of(
                    "it is made to be refused by a right service ("
                            + request.method()
                            + ")"
                            + permission);
        }
        return request.fields().lines().stream()
                .map(Field::name)
                .filter(name -> !harmless(name))
                .findFirst()
                .map(name -> "it has the header field " + name + permission);
    }

    private static boolean harmless(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HARMLESS.contains(lower) || lower.startsWith("sec-");
    }

    private Optional<String> way(Request request) {
        if (request.plain() && target.connect().isPresent() && target.plain().isEmpty()) {
            return Optional.of(
                    "the policy says where to connect, but no probes.targets."
                            + target.name()
                            + ".plain, where the service answers over http");
        }
        boolean clear = request.plain() || !target.secure();
        if (request.identity().filter(target.identities()::containsKey).isPresent()
                && clear
                && (request.plain() || target.network() == Network.PUBLIC)) {
            return Optional.of(
                    "the secret of the identity "
                            + request.identity().get()
                            + " would go over http for everybody to read");
        }
        // Tokens that a probe was given or made are as good as an identity's.
        if (clear && (request.plain() || target.network() == Network.PUBLIC)) {
            return request.fields().lines().stream()
                    .map(Field::name)
                    .filter(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .map(name ->
                            "what is in " + name + " would go over http for everybody to read");
        }
        return Optional.empty();
    }
}
