package dev.holdfast.probes.target;

import java.util.Locale;
import java.util.Optional;

/** What kind of answer a route gives; expectations differ by it. */
public enum RouteClass {
    /** An HTML page that anybody may see. */
    PAGE,
    /** An HTML page with a login form. */
    LOGIN,
    /** An HTML page that only a signed-in user sees. */
    AUTHENTICATED,
    /** An HTML page that ends a session. */
    LOGOUT,
    /** Data for programs. */
    API,
    /** A page or data for administrators. */
    ADMIN,
    /** What another service calls. */
    WEBHOOK,
    /** A script, style sheet, font or image. */
    ASSET,
    /** A file that is saved and not shown. */
    DOWNLOAD,
    /** What load balancers ask. */
    HEALTH,
    /** What answers with another address. */
    REDIRECT,
    /** Where browsers send reports. */
    REPORT,
    /** An error: what a path that does not exist, or a wrong method, is answered with. */
    ERROR;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in policy files and reports. */
    public String word() {
        return word;
    }

    /** The class of that word. */
    public static Optional<RouteClass> ofWord(String word) {
        for (RouteClass each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
