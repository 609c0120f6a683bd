package dev.holdfast.probes.verdict;

import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells an answer that says nothing of the service's own decision: a redirect, a guard in front, an
 * overload. What stands on such an answer is never a pass.
 */
public final class Obstacle {
    private static final String INPUT = "<input";
    private static final Pattern PASSWORD =
            Pattern.compile("\\btype\\s{0,9}=\\s{0,9}[\"']?password");
    private static final int LONGEST_TAG = 500;

    private Obstacle() {}

    /** Why the answer is not the service's own word, for a report, or nothing when it is. */
    public static Optional<String> of(Response response) {
        if (response.redirects()) {
            return Optional.of(
                    response.status()
                            + " sent elsewhere, to "
                            + place(response.fields().first("Location").orElse("")));
        }
        if (response.status() == 429) {
            return Optional.of("429: too many requests, the service may have refused any");
        }
        if (response.failed()) {
            return Optional.of("the service failed with " + response.status());
        }
        Optional<String> field = GuardMarks.field(response);
        if (field.isPresent()) {
            return Optional.of(
                    response.status()
                            + " of a guard in front of the service ("
                            + field.get()
                            + ")");
        }
        if (response.status() / 100 == 4
                && (GuardMarks.words(response).isPresent()
                        || GuardMarks.inItsPlace(response).isPresent())) {
            return Optional.of(response.status() + " with the page of a guard in front");
        }
        return Optional.empty();
    }

    /** Whether the answer shows a form that asks for a password. */
    public static boolean loginForm(Response response) {
        String text = Reading.of(response).text().toLowerCase(Locale.ROOT);
        Matcher password = PASSWORD.matcher(text);
        while (password.find()) {
            if (inInput(text, password.start())) {
                return true;
            }
        }
        return false;
    }

    /** Looks back from there, so that a body of beginnings of tags does not take minutes. */
    private static boolean inInput(String text, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LONGEST_TAG); i--) {
            if (text.charAt(i) == '>') {
                return false;
            }
            if (text.startsWith(INPUT, i)) {
                return !Character.isLetterOrDigit(text.charAt(i + INPUT.length()));
            }
        }
        return false;
    }

    /** A query may hold a token, so nobody gets to see it. */
    private static String place(String location) {
        int end = location.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = location.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return location.substring(0, end);
    }
}
