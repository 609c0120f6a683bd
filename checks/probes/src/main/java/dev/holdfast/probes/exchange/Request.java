package dev.holdfast.probes.exchange;

import java.util.Locale;
import java.util.Optional;

/**
 * What is asked. It names an identity and never holds its secret: the wire adds the header.
 *
 * @param path the path with the query, as it is to be sent
 * @param fields header fields beside Host, User-Agent, Content-Length and that of the identity
 * @param identity the name of the identity in the policy that asks, or nothing for nobody
 * @param exact whether the path must reach the service byte for byte, dots and slashes included
 * @param plain whether it goes over http to the target's host, to see where it is redirected
 */
public record Request(
        String method,
        String path,
        Fields fields,
        Body body,
        Optional<String> identity,
        Intent intent,
        boolean exact,
        boolean plain) {

    /**
     * A request.
     *
     * @throws IllegalArgumentException when a passive one has another method than GET, HEAD or
     *     OPTIONS, or a body
     */
    public Request {
        if (intent == Intent.PASSIVE
                && !(switch (method) {
                            case "GET", "HEAD", "OPTIONS" -> true;
                            default -> false;
                        }
                        && body.size() == 0)) {
            throw new IllegalArgumentException("not passive: " + method);
        }
        if (!method.equals(method.toUpperCase(Locale.ROOT)) || method.isBlank()) {
            throw new IllegalArgumentException("not a method: " + method);
        }
    }

    /** A GET of nobody. */
    public static Request get(String path) {
        return passive("GET", path);
    }

    /** A GET, HEAD or OPTIONS of nobody. */
    public static Request passive(String method, String path) {
        return new Request(
                method,
                path,
                Fields.NONE,
                Body.EMPTY,
                Optional.empty(),
                Intent.PASSIVE,
                false,
                false);
    }

    /** A request of nobody without a body. */
    public static Request of(String method, String path, Intent intent) {
        return new Request(
                method, path, Fields.NONE, Body.EMPTY, Optional.empty(), intent, false, false);
    }

    /** The same asked by an identity of the policy. */
    public Request as(String name) {
        return new Request(method, path, fields, body, Optional.of(name), intent, exact, plain);
    }

    /** The same asked by nobody. */
    public Request asNobody() {
        return new Request(method, path, fields, body, Optional.empty(), intent, exact, plain);
    }

    /** The same with one more header field. */
    public Request with(String name, String value) {
        return new Request(
                method, path, fields.with(name, value), body, identity, intent, exact, plain);
    }

    /** The same with a body. */
    public Request with(Body other) {
        return new Request(method, path, fields, other, identity, intent, exact, plain);
    }

    /** The same with another intent. */
    public Request meaning(Intent other) {
        return new Request(method, path, fields, body, identity, other, exact, plain);
    }

    /** The same, with the path sent byte for byte. */
    public Request exactly() {
        return new Request(method, path, fields, body, identity, intent, true, plain);
    }

    /** The same over http. */
    public Request plainly() {
        return new Request(method, path, fields, body, identity, intent, exact, true);
    }
}
