package dev.holdfast.probes.cookies;

import dev.holdfast.probes.verdict.Finding;
import java.util.Locale;

/** The prefixes of names (RFC 6265bis, section 4.1.3): case does not matter to browsers. */
final class CookiePrefix {
    private CookiePrefix() {}

    static Finding judge(SetCookie cookie, Host host, Purpose purpose) {
        String name = cookie.name().toLowerCase(Locale.ROOT);
        boolean hostOnly = name.startsWith("__host-");
        boolean http = name.startsWith("__http-") || name.startsWith("__host-http-");
        if (!hostOnly && !http && !name.startsWith("__secure-")) {
            return Finding.notApplicable(
                    CookieRules.PREFIX,
                    purpose == Purpose.SESSION
                            ? "no prefix; __Host- would keep other hosts from planting one"
                            : "no prefix");
        }
        if (!cookie.secure()) {
            return broken("Secure is missing");
        }
        if (!host.trustworthy()) {
            return broken("it came over http");
        }
        if (hostOnly && cookie.domain().isPresent()) {
            return broken("it has a Domain");
        }
        if (hostOnly && !cookie.path().filter("/"::equals).isPresent()) {
            return broken("Path=/ is missing");
        }
        return http && !cookie.httpOnly()
                ? broken("HttpOnly is missing")
                : Finding.pass(CookieRules.PREFIX, "the prefix holds");
    }

    private static Finding broken(String why) {
        return Finding.fail(
                CookieRules.PREFIX, "browsers refuse it, for its prefix does not hold: " + why);
    }
}
