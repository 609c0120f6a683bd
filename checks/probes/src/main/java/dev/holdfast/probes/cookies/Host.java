package dev.holdfast.probes.cookies;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Who sets the cookie.
 *
 * @param name in lower case, or empty when the address is none
 * @param https whether over TLS
 */
record Host(String name, boolean https) {
    static Host of(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            return new Host(host, "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException broken) {
            return new Host("", url.toLowerCase(Locale.ROOT).startsWith("https:"));
        }
    }

    /** Whether browsers take Secure cookies from it: TLS, or this machine. */
    boolean trustworthy() {
        return https
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("127.")
                || name.equals("[::1]");
    }
}
