package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.GuardMarks;
import java.util.Optional;

/**
 * Recognises what stands in front of a service and answers in its place. What it turned away says
 * nothing of the service.
 */
public final class Firewall {
    private Firewall() {}

    /** What gives it away, or nothing when the answer seems to be the service's own. */
    public static Optional<String> of(Response response) {
        Optional<String> field = GuardMarks.field(response);
        if (field.isPresent()) {
            return field.map(name -> "the field " + name);
        }
        boolean turnedAway =
                switch (response.status()) {
                    case 200, 202, 401, 403, 405, 406, 429, 503 -> true;
                    default -> false;
                };
        if (!turnedAway || !HtmlPage.is(response)) {
            return Optional.empty();
        }
        return GuardMarks.words(response).map(words -> "the words \"" + words + "\"");
    }
}
