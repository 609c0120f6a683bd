package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.StrictTransport;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Strict-Transport-Security (RFC 6797) and the rules of the browsers' preload list. */
public final class TransportSecurity implements HeaderRule {
    private static final String FIELD = "Strict-Transport-Security";
    private static final long YEAR = 31_536_000;
    private static final long HALF_YEAR = 15_768_000;

    private static final CheckInfo HSTS =
            Rules.rule(
                    "headers.strict-transport-security",
                    "HTTPS is not enforced by the browser",
                    Severity.MEDIUM,
                    "The answer has no Strict-Transport-Security that browsers heed for a year.",
                    "Somebody on the network path answers the first http request himself, strips"
                            + " TLS and reads or changes everything.",
                    "Send Strict-Transport-Security: max-age=63072000; includeSubDomains on every"
                            + " answer over https, errors and redirects too.",
                    "RFC 6797",
                    "ASVS v5.0.0-3.4.1",
                    "CWE-319");
    private static final CheckInfo PRELOAD =
            Rules.rule(
                    "headers.strict-transport-security-preload",
                    "The preload list will not take this site",
                    Severity.LOW,
                    "The value says preload but does not meet the list's rules.",
                    "The very first visit stays open to an attacker who strips TLS, though"
                            + " somebody believes that it is not.",
                    "On the base domain send max-age of 31536000 or more, includeSubDomains and"
                            + " preload, then submit the domain; or leave preload out.",
                    "ASVS v5.0.0-3.7.4");

    @Override
    public List<CheckInfo> rules() {
        return List.of(HSTS, PRELOAD);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        List<String> lines = answer.lines(FIELD);
        if (answer.options()) {
            return List.of(Finding.notApplicable(HSTS, FIELD + " is judged on other methods"));
        }
        if (!answer.https()) {
            return List.of(overHttp(answer, lines));
        }
        if (lines.isEmpty()) {
            return List.of(
                    Said.missing(HSTS, FIELD, answer, demands),
                    Finding.notApplicable(PRELOAD, FIELD + " is missing"));
        }
        StrictTransport value = StrictTransport.of(lines.getFirst());
        return List.of(judge(lines, value), preload(lines, value));
    }

    private static Finding overHttp(Answer answer, List<String> lines) {
        if (lines.isEmpty() || answer.redirects() || answer.loopback()) {
            return Finding.notApplicable(HSTS, "browsers heed " + FIELD + " over https only");
        }
        return Finding.fail(
                HSTS,
                FIELD
                        + " came over http, where browsers ignore it, with a page instead of"
                        + " a redirect to https");
    }

    private static Finding judge(List<String> lines, StrictTransport value) {
        String first = Said.quoted(lines.getFirst());
        Optional<String> problem = value.problem();
        if (problem.isPresent()) {
            String why = Said.slip(FIELD, lines).orElse(problem.get());
            return Finding.fail(HSTS, FIELD + " " + first + " is ignored by browsers: " + why);
        }
        if (value.maxAge() == 0) {
            return Finding.fail(HSTS, "max-age=0 makes browsers forget the policy");
        }
        if (value.maxAge() < YEAR) {
            Finding shorter =
                    Finding.fail(
                            HSTS,
                            "max-age=" + value.maxAge() + " is less than a year (" + YEAR + ")");
            return value.maxAge() < HALF_YEAR ? shorter : shorter.as(Severity.LOW);
        }
        String others =
                lines.size() > 1
                        ? "; of " + lines.size() + " lines browsers heed the first alone"
                        : "";
        return Finding.pass(HSTS, FIELD + " " + first + others)
                .with("maxAge", value.maxAge())
                .with("includeSubDomains", value.includeSubDomains());
    }

    private static Finding preload(List<String> lines, StrictTransport value) {
        if (value.problem().isPresent()
                && lines.getFirst().toLowerCase(Locale.ROOT).contains("preload")) {
            return Finding.fail(PRELOAD, "the value says preload and is void as a whole");
        }
        if (!value.preload()) {
            return Finding.notApplicable(PRELOAD, "the value does not say preload");
        }
        if (value.maxAge() < YEAR) {
            return Finding.fail(PRELOAD, "max-age=" + value.maxAge() + " is less than " + YEAR);
        }
        return value.includeSubDomains()
                ? Finding.pass(PRELOAD, "the value meets the list's rules")
                : Finding.fail(PRELOAD, "includeSubDomains is missing");
    }
}
