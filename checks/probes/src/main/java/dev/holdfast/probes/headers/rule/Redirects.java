package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where an answer over http, or a redirect, leads. */
public final class Redirects implements HeaderRule {
    private static final CheckInfo LOCATION =
            Rules.rule(
                    "headers.location",
                    "The way to https is open to others",
                    Severity.MEDIUM,
                    "A request over http is not led to https on the same host, or a redirect"
                            + " leads from https to http.",
                    "Somebody on the network path answers in the service's place, and no later"
                            + " header can mend it.",
                    "Answer http with 301 or 308 to the same host over https first; redirect"
                            + " elsewhere only from there.",
                    "ASVS v5.0.0-12.2.1",
                    "CWE-319");

    @Override
    public List<CheckInfo> rules() {
        return List.of(LOCATION);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (answer.options()) {
            return List.of(Finding.notApplicable(LOCATION, "answers of OPTIONS lead nowhere"));
        }
        if (!answer.redirects()) {
            return List.of(
                    answer.https() || answer.loopback() || answer.error() || !answer.content()
                            ? Finding.notApplicable(LOCATION, "the answer leads nowhere")
                            : Finding.fail(
                                    LOCATION,
                                    "http is answered with content instead of a"
                                            + " redirect to https"));
        }
        String location = answer.fields().first("Location").orElse("").strip();
        Optional<URI> to = resolve(answer, location);
        if (to.isEmpty() || to.get().getScheme() == null) {
            return List.of(Finding.unknown(LOCATION, "the Location is no address"));
        }
        String scheme = to.get().getScheme().toLowerCase(Locale.ROOT);
        boolean same = answer.host().equalsIgnoreCase(to.get().getHost());
        if (!scheme.equals("https")) {
            return List.of(
                    answer.loopback()
                            ? Finding.notApplicable(LOCATION, "this machine is asked over http")
                            : Finding.fail(
                                    LOCATION,
                                    "the redirect leads to " + scheme + " and not to https"));
        }
        return List.of(
                answer.https() || same
                        ? Finding.pass(LOCATION, "the redirect leads to https")
                        : Finding.fail(
                                        LOCATION,
                                        "http is led to another host before https on its"
                                                + " own, so no Strict-Transport-Security is ever learned for it")
                                .as(Severity.LOW));
    }

    private static Optional<URI> resolve(Answer answer, String location) {
        try {
            URI to = new URI(location);
            return answer.uri().map(base -> base.resolve(to));
        } catch (URISyntaxException | IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
