package dev.holdfast.commands.run;

import static dev.holdfast.commands.run.ProbeShapes.flag;
import static dev.holdfast.commands.run.ProbeShapes.header;
import static dev.holdfast.commands.run.ProbeShapes.keys;
import static dev.holdfast.commands.run.ProbeShapes.list;
import static dev.holdfast.commands.run.ProbeShapes.number;
import static dev.holdfast.commands.run.ProbeShapes.path;
import static dev.holdfast.commands.run.ProbeShapes.text;
import static dev.holdfast.commands.run.ProbeShapes.texts;
import static dev.holdfast.commands.run.ProbeShapes.variable;
import static dev.holdfast.commands.run.ProbeShapes.word;

import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import dev.holdfast.probes.target.RouteClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of one route of a target. */
final class ProbeRouteShape {
    private static final int DAY = 86_400;
    private static final Shape.Form COOKIE =
            new Shape.Form("^[^\\s=;,]+$", "the name of a cookie", 200);
    private static final Shape.Form CLAIM = new Shape.Form("^\\S+$", "the name of a claim", 200);

    private ProbeRouteShape() {}

    static Shape.Text routeClass(String description) {
        return word(
                description,
                Arrays.stream(RouteClass.values()).map(RouteClass::word).toArray(String[]::new));
    }

    static Shape route() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("path", path("the path, with the query"));
        keys.put("class", routeClass("what kind of answer it gives"));
        keys.put(
                "methods",
                list(
                        "the methods that it answers; GET, or POST of a webhook, when left out",
                        word("a method", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")));
        keys.put("identity", text("the identity that asks for it; nobody when left out"));
        keys.put("cors", ProbeShapes.cors());
        keys.put("headers", ProbeShapes.headers("header fields of this route"));
        keys.put("cookies", new Shape.Names("cookies that it sets", COOKIE, cookie()));
        keys.put("webhook", webhook());
        keys.put("jwt", jwt());
        keys.put("access", access());
        keys.put("ratelimit", rateLimit());
        keys.put("isolation", isolation());
        return keys("a route", keys, "path", "class");
    }

    private static Shape.Keys cookie() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("secure", flag("whether it has Secure"));
        keys.put("httpOnly", flag("whether it has HttpOnly"));
        keys.put("sameSite", word("its SameSite", "Strict", "Lax", "None"));
        keys.put("maxAge", number("its longest life in seconds", 0, 400 * DAY, DAY));
        return keys("what the cookie must be", keys);
    }

    private static Shape.Keys webhook() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "scheme",
                word("how it is signed", "stripe", "standard-webhooks", "github", "slack", "hmac"));
        keys.put("secret", variable("the secret that signs"));
        keys.put("tolerance", number("how old a signature may be, in seconds", 1, DAY, 300));
        keys.put("effect", path("answers how often ${event} took effect"));
        keys.put("header", header("the field with the signature, for hmac"));
        return keys("a signed webhook", keys, "scheme", "secret");
    }

    private static Shape.Keys jwt() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("issuer", text("iss of a good token"));
        keys.put("audience", text("aud of a good token"));
        keys.put(
                "alg",
                word(
                        "how a good token is signed",
                        "RS256",
                        "RS384",
                        "RS512",
                        "PS256",
                        "PS384",
                        "PS512",
                        "ES256",
                        "ES384",
                        "ES512",
                        "EdDSA",
                        "HS256",
                        "HS384",
                        "HS512"));
        keys.put("key", variable("the private key in PEM (PKCS#8), or the secret of an HMAC"));
        keys.put("kid", text("kid of a good token"));
        keys.put(
                "claims",
                new Shape.Names(
                        "further claims of a good token",
                        CLAIM,
                        new Shape.Single("its value", Tightening.SAME)));
        keys.put("canary", canary());
        keys.put("header", header("the field that carries the token; Authorization usually"));
        return keys("a route that takes a JWT", keys, "alg", "key");
    }

    static Shape.Text canary() {
        return text("text that only an accepted answer holds");
    }

    private static Shape.Keys access() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("allow", texts("identities that may use it"));
        keys.put("deny", texts("identities that may not; anonymous is nobody"));
        keys.put("canary", canary());
        return keys("who may use it", keys);
    }

    private static Shape.Keys rateLimit() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("requests", number("how many in a window are answered", 1, 10_000, 60));
        keys.put("window", number("the window in seconds", 1, DAY, 60));
        keys.put("identity", text("the identity that asks; nobody when left out"));
        return keys("how often it may be asked", keys, "requests", "window");
    }

    private static Shape.Keys isolation() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("owner", text("the identity whose object it is"));
        keys.put("others", texts("identities that may not see it; anonymous is nobody"));
        keys.put("canary", canary());
        return keys("whose object it shows", keys, "owner", "others");
    }
}
