package dev.holdfast.probes.csp.match;

import dev.holdfast.probes.exchange.WebAddress;

/**
 * What of a URL counts for a policy.
 *
 * @param scheme in lower case
 * @param host in lower case, empty when it has none
 * @param port the scheme's own when the URL names none, or -1 when there is none
 * @param path as it is in the URL, percent-encoded
 */
public record Address(String scheme, String host, int port, String path) {
    /** The address of a URL as browsers read it; of any text there is one. */
    public static Address of(String url) {
        WebAddress parts = WebAddress.of(url);
        int port = parts.port() >= 0 ? parts.port() : usualPort(parts.scheme());
        String path = parts.path().isEmpty() ? "/" : parts.path();
        return new Address(parts.scheme(), parts.host(), port, path);
    }

    /** As a URL, without what does not count. */
    public String url() {
        String shown = port < 0 || port == usualPort(scheme) ? "" : ":" + port;
        return scheme + "://" + host + shown + path;
    }

    /** The port of a scheme, or -1. */
    static int usualPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            default -> -1;
        };
    }
}
