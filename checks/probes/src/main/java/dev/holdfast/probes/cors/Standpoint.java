package dev.holdfast.probes.cors;

import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * How and by whom something is asked; the origin is what varies.
 *
 * @param identity who asks, or nothing for nobody
 * @param asksFor the method that a preflight asks for; empty when it is no preflight
 * @param field the header field that a preflight asks for, in lower case
 * @param error whether it is the path below the route that does not exist
 */
record Standpoint(
        String method,
        String path,
        Optional<String> identity,
        String asksFor,
        String field,
        boolean error) {

    static Standpoint request(String method, String path, Optional<String> identity) {
        return new Standpoint(method, path, identity, "", "", false);
    }

    /** What a browser sends before a request; never with credentials (Fetch standard). */
    static Standpoint preflight(String path, String asksFor, String field) {
        return new Standpoint("OPTIONS", path, Optional.empty(), asksFor, field, false);
    }

    /** The same preflight for another method. */
    Standpoint askingFor(String other) {
        return preflight(path, other.toUpperCase(Locale.ROOT), field);
    }

    static Standpoint missing(String path, Optional<String> identity) {
        return new Standpoint("GET", path, identity, "", "", true);
    }

    boolean preflight() {
        return !asksFor.isEmpty();
    }

    Request request(TrialOrigin origin) {
        Request request = Request.of(method, path, intent());
        if (identity.isPresent()) {
            request = request.as(identity.get());
        }
        if (!origin.value().isEmpty()) {
            request = request.with("Origin", origin.value());
        }
        return preflight()
                ? request.with("Access-Control-Request-Method", asksFor)
                        .with("Access-Control-Request-Headers", field)
                : request;
    }

    /** As a report says it. */
    String words() {
        return preflight()
                ? "preflight for " + asksFor
                : method + identity.map(name -> " as " + name).orElse(" by nobody");
    }

    private Intent intent() {
        if (!method.equals("POST")) {
            return Intent.PASSIVE;
        }
        return identity.isPresent() ? Intent.STATEFUL : Intent.FORGED;
    }
}
