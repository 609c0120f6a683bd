package dev.holdfast.probes.csp.match;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * What of a URL counts for a policy.
 *
 * @param scheme in lower case
 * @param host in lower case, empty when it has none
 * @param port the scheme's own when the URL names none, or -1 when there is none
 * @param path as it is in the URL, percent-encoded
 */
public record Address(String scheme, String host, int port, String path) {
    /**
     * The address of a hierarchical URL.
     *
     * @throws IllegalArgumentException when it has no scheme
     */
    public static Address of(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null) {
                throw new IllegalArgumentException("no scheme: " + url);
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            int port = uri.getPort() >= 0 ? uri.getPort() : usualPort(scheme);
            return new Address(scheme, host, port, path.isEmpty() ? "/" : path);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("not a URL: " + url, wrong);
        }
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
