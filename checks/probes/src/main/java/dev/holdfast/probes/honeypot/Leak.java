package dev.holdfast.probes.honeypot;

import dev.holdfast.probes.exchange.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer gives away that nobody should get from a path that does nothing. */
final class Leak {
    private static final Pattern TRACE =
            Pattern.compile(
                    "\\bat [\\w$.]+\\([\\w$]+\\.(?:java|kt):\\d+\\)"
                            + "|Traceback \\(most recent call last\\)"
                            + "|\\bat .{1,80} \\(.{1,200}\\.[jt]s:\\d+:\\d+\\)"
                            + "|\\.php on line \\d+|\\bgoroutine \\d+ \\[running\\]"
                            + "|\\bin [\\w./\\\\]+\\.cs:line \\d+|\\.rb:\\d+:in ");
    private static final Pattern ADMINISTRATORS =
            Pattern.compile("admin|dashboard|console|manage|backoffice|internal");

    private Leak() {}

    static Optional<String> in(Response response) {
        if (TRACE.matcher(response.body().text()).find()) {
            return Optional.of("a stack trace");
        }
        if (response.failed() && response.status() != 503) {
            return Optional.of("a failure, " + response.status());
        }
        String place =
                response.redirects()
                        ? response.fields().first("Location").orElse("").toLowerCase(Locale.ROOT)
                        : "";
        return ADMINISTRATORS.matcher(place).find()
                ? Optional.of("a redirect to a page of administrators")
                : Optional.empty();
    }
}
