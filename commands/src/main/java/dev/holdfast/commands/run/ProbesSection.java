package dev.holdfast.commands.run;

import static dev.holdfast.commands.run.ProbeShapes.formed;
import static dev.holdfast.commands.run.ProbeShapes.keys;
import static dev.holdfast.commands.run.ProbeShapes.list;
import static dev.holdfast.commands.run.ProbeShapes.number;
import static dev.holdfast.commands.run.ProbeShapes.path;
import static dev.holdfast.commands.run.ProbeShapes.secretHeader;
import static dev.holdfast.commands.run.ProbeShapes.text;
import static dev.holdfast.commands.run.ProbeShapes.variableName;
import static dev.holdfast.commands.run.ProbeShapes.word;

import dev.holdfast.core.policy.PolicySection;
import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import dev.holdfast.probes.target.RouteClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the policy may say about services that are probed. */
final class ProbesSection {
    private static final Shape.Form NAME =
            new Shape.Form(
                    "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$", "a name of letters, digits, '-', '_'", 63);
    private static final Shape.Form CLASS =
            new Shape.Form(
                    Arrays.stream(RouteClass.values())
                            .map(RouteClass::word)
                            .collect(Collectors.joining("|", "^(", ")$")),
                    "a class of routes",
                    20);
    private static final Shape.Form HOST_PORT =
            new Shape.Form("^\\S+:[0-9]{1,5}$", "HOST:PORT", 300);

    private ProbesSection() {}

    static PolicySection section() {
        return new PolicySection(
                "probes",
                keys(
                        "services that may be probed (docs/probes.md)",
                        Map.of("targets", new Shape.Names("services by name", NAME, target()))));
    }

    private static Shape.Keys target() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("url", text("https://HOST, without a path"));
        keys.put(
                "environment",
                text("its label; in production, and whatever is not known, nothing is tried"));
        keys.put("owner", text("who answers for it"));
        keys.put("network", word("where its address must lie", "public", "loopback", "private"));
        keys.put("connect", formed("where to connect instead of the name's address", HOST_PORT));
        keys.put("plain", formed("where http is asked for the redirect to https", HOST_PORT));
        keys.put("ca", text("a PEM file of trust anchors beside the JDK's"));
        keys.put(
                "destructive",
                // Nothing is stricter than not to change anything.
                new Shape.Flag(
                        "whether --allow-destructive may change something",
                        false,
                        Tightening.SAME));
        keys.put(
                "limits",
                keys(
                        "how much a run may ask",
                        ordered(
                                "rate",
                                number("requests a second for the whole run", 1, 100_000, 2),
                                "burst",
                                number("how many may go at once after a pause", 1, 100_000, 5))));
        keys.put(
                "profile",
                word(
                        "built-in expectations of header fields",
                        "owasp",
                        "asvs-l2",
                        "helmet-strict"));
        keys.put(
                "headers",
                new Shape.Names(
                        "expected header fields by class of routes",
                        CLASS,
                        ProbeShapes.headers("header fields of that class")));
        keys.put("cors", ProbeShapes.cors());
        keys.put("identities", new Shape.Names("who may ask, by name", NAME, identity()));
        keys.put("maintenance", maintenance());
        keys.put("honeypot", honeypot());
        keys.put("tokens", tokens());
        keys.put("routes", list("what is probed", ProbeRouteShape.route()));
        return keys("a service", keys, "url");
    }

    private static Map<String, Shape> ordered(String first, Shape one, String second, Shape other) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(first, one);
        keys.put(second, other);
        return keys;
    }

    private static Shape.Keys identity() {
        return keys(
                "somebody who asks",
                ordered(
                        "header",
                        secretHeader("the header field with the secret"),
                        "env",
                        variableName()),
                "header",
                "env");
    }

    private static Shape.Keys maintenance() {
        return keys(
                "what the maintenance switch does",
                ordered(
                        "down",
                        list("classes that are down", ProbeRouteShape.routeClass("a class")),
                        "up",
                        list("classes that stay up", ProbeRouteShape.routeClass("a class"))));
    }

    private static Shape.Keys honeypot() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("paths", list("paths that nobody needs", path("a path")));
        keys.put("effect", path("answers a number, which must rise"));
        keys.put("ban", number("the status that the caller gets next", 400, 599, 403));
        return keys("what happens to whoever asks for what nobody needs", keys, "paths");
    }

    private static Shape.Keys tokens() {
        Map<String, Shape> refresh = new LinkedHashMap<>();
        refresh.put("path", path("takes a refresh token and answers new ones, by POST"));
        refresh.put("env", variableName());
        refresh.put("field", text("the member with the refresh token; refresh_token usually"));
        refresh.put("access", text("the member with the access token; access_token usually"));
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("refresh", keys("how tokens are renewed", refresh, "path", "env"));
        keys.put(
                "logout",
                keys(
                        "how a session ends; env has a refresh token of a session to end",
                        ordered("path", path("ends it, by POST"), "env", variableName()),
                        "path"));
        keys.put(
                "check",
                keys(
                        "what shows that an access token is good",
                        ordered(
                                "path",
                                path("answers an access token"),
                                "canary",
                                ProbeRouteShape.canary()),
                        "path",
                        "canary"));
        keys.put(
                "life",
                keys(
                        "longest lives in seconds",
                        ordered(
                                "access",
                                number("of an access token", 1, 34_560_000, 3_600),
                                "refresh",
                                number("of a refresh token", 1, 34_560_000, 604_800))));
        return keys("tokens of a session", keys);
    }
}
