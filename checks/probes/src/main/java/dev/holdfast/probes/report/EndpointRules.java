package dev.holdfast.probes.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** What the ids about report endpoints mean. */
final class EndpointRules {
    static final CheckInfo ACCEPTS =
            Rules.rule(
                    "csp.report-endpoint",
                    "The endpoint of violation reports takes none",
                    Severity.LOW,
                    "A harmless report in one of the two forms that browsers send was not answered"
                            + " with 2xx at the endpoint that the page's policy names.",
                    "Reports are how an injected script is noticed. One that is refused is lost:"
                            + " a browser does not say so to anybody.",
                    "Answer a POST of application/csp-report and of application/reports+json with"
                            + " 204, for anybody, without cookies or a token.",
                    "CWE-778",
                    "ASVS v5.0.0-3.4.7",
                    "CSP3");

    static final CheckInfo TYPE =
            Rules.rule(
                    "csp.report-endpoint-type",
                    "The endpoint of violation reports takes anything",
                    Severity.LOW,
                    "A body that is no report (text/plain) was taken at the endpoint.",
                    "An endpoint that anybody may write to fills a disk or a log, and a form on any"
                            + " page can send text/plain to it.",
                    "Answer every other content type with 415.",
                    "CWE-20",
                    "ASVS v5.0.0-4.1.1");

    static final CheckInfo SIZE =
            Rules.rule(
                    "csp.report-endpoint-size",
                    "The endpoint of violation reports has no limit",
                    Severity.LOW,
                    "A report of 1 MiB, far more than a browser writes, was taken.",
                    "Anybody may send reports. Without a limit they fill a disk or a log.",
                    "Answer a body of more than 64 KiB with 413 before it is read.",
                    "CWE-770",
                    "ASVS v5.0.0-5.2.1");

    private EndpointRules() {}

    static List<CheckInfo> all() {
        return List.of(ACCEPTS, TYPE, SIZE);
    }
}
