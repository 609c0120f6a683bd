package dev.holdfast.probes.cookies;

import dev.holdfast.probes.exchange.WebAddress;

/**
 * Who sets the cookie.
 *
 * @param name in lower case, or empty when the address is none
 * @param https whether over TLS
 */
record Host(String name, boolean https) {
    static Host of(String url) {
        WebAddress parts = WebAddress.of(url);
        return new Host(parts.host(), parts.scheme().equals("https"));
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
