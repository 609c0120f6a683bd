package dev.holdfast.probes.verdict;

import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RouteClass;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a page that came in the place of the one that was asked for: a guard's challenge, a login.
 * What such a page has or lacks says nothing of the other.
 */
public final class AnotherPage {
    private static final Pattern PASSWORD =
            Pattern.compile(
                    "<input\\b[^>]{0,500}\\btype\\s{0,9}=\\s{0,9}[\"']?password[^>]{0,500}");

    /** The way out shows that somebody is in. */
    private static final Pattern WAY_OUT =
            Pattern.compile(
                    "\\b(?:href|action|formaction)\\s{0,9}=\\s{0,9}[\"']?[^\"'>\\s]{0,300}"
                            + "(?:log|sign)[-_]?(?:out|off)");

    private AnotherPage() {}

    /** Why the answer is not the page of that class, for a report, or nothing when it may be. */
    public static Optional<String> of(RouteClass routeClass, Response response) {
        Optional<String> guard = GuardMarks.inItsPlace(response);
        if (guard.isPresent()) {
            return Optional.of(
                    "answered "
                            + response.status()
                            + " with the page of a guard in front of the service ("
                            + guard.get()
                            + ")");
        }
        boolean ofUsers = routeClass == RouteClass.AUTHENTICATED || routeClass == RouteClass.ADMIN;
        return ofUsers && response.successful() && login(response)
                ? Optional.of(
                        "answered "
                                + response.status()
                                + " with a login form instead of the user's page")
                : Optional.empty();
    }

    /**
     * Whether the page asks who is there. A page on which a user changes the password shows several
     * such fields, one for the new password, or the way out.
     */
    public static boolean login(Response response) {
        String page = Reading.of(response).text().toLowerCase(Locale.ROOT);
        Matcher fields = PASSWORD.matcher(page);
        if (!fields.find() || fields.group().contains("new-password")) {
            return false;
        }
        return !fields.find() && !WAY_OUT.matcher(page).find();
    }
}
