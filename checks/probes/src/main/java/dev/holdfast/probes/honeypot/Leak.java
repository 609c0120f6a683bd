package dev.holdfast.probes.honeypot;

import dev.holdfast.probes.exchange.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer gives away that nobody should get from a path that does nothing. The forms look at
 * a bounded number of characters from each place on, so that no answer takes them long.
 */
final class Leak {
    /** Beyond these characters nothing is looked for. */
    static final int LOOKED_AT = 256 * 1024;

    private static final Pattern TRACE =
            Pattern.compile(
                    "\\bat [\\w$.]{1,200}+\\([\\w$]{1,100}+\\.(?:java|kt):\\d"
                            + "|Traceback \\(most recent call last\\)"
                            + "|\\bat [^()\\n]{1,80}+\\([^()\\n]{0,120}\\.[cm]?[jt]s:\\d{1,7}:\\d"
                            + "|\\.php on line \\d|\\.php\\(\\d{1,6}\\): "
                            + "|\\bgoroutine \\d{1,9} \\[running\\]"
                            + "|\\bin [\\w./\\\\:]{1,200}\\.cs:line \\d|\\.rb:\\d{1,7}:in ");
    private static final Pattern ADMINISTRATORS =
            Pattern.compile("admin|dashboard|console|manage|backoffice|internal");

    private Leak() {}

    static Optional<String> in(Response response) {
        String all = response.body().text();
        String text = all.substring(0, Math.min(LOOKED_AT, all.length()));
        if (TRACE.matcher(text).find()) {
            return Optional.of("a stack trace");
        }
        if (response.failed() && response.status() != 503) {
            return Optional.of("a failure, " + response.status());
        }
        Optional<String> file = response.successful() ? ServedFile.in(text) : Optional.empty();
        if (file.isPresent()) {
            return file;
        }
        String place =
                response.redirects()
                        ? response.fields().first("Location").orElse("").toLowerCase(Locale.ROOT)
                        : "";
        return ADMINISTRATORS.matcher(place).find()
                ? Optional.of("a redirect to a page of administrators")
                : Optional.empty();
    }

    /** Whether all of it was looked at. */
    static boolean whole(Response response) {
        return !response.body().cut() && response.body().size() <= LOOKED_AT;
    }
}
