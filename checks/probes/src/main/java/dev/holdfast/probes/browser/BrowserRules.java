package dev.holdfast.probes.browser;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** What the ids of the browser's part mean. */
public final class BrowserRules {
    static final CheckInfo VIOLATIONS =
            Rules.rule(
                    "csp.browser-violations",
                    "The page breaks its own policy",
                    Severity.MEDIUM,
                    "In a real browser the page does something that its own content security"
                            + " policy forbids. An enforced policy breaks that part of the page; a"
                            + " report-only one would when it is enforced.",
                    "A policy that breaks the page gets weakened or switched off in a hurry, and"
                            + " noise of the page's own hides the report of an injected script.",
                    "Look at each violation. Move inline code into files, or give it the nonce;"
                            + " allow an origin only when the page needs it; remove what nobody"
                            + " knows.",
                    "CWE-693",
                    "ASVS v5.0.0-3.4.3",
                    "CSP3");

    static final CheckInfo SUGGESTED =
            Rules.rule(
                    "csp.suggested-policy",
                    "A policy that fits the page",
                    Severity.INFO,
                    "A content security policy was made from what the page used in a real browser,"
                            + " and the page was loaded with it. A pass says that there was no"
                            + " violation; an unknown says what was left or not seen.",
                    "Without a policy that fits, an injected script runs and sends what it finds"
                            + " anywhere.",
                    "Send the policy as Content-Security-Policy-Report-Only first, collect reports"
                            + " for some days (holdfast probe csp-collect), and enforce it when the"
                            + " readiness check says so.",
                    "CWE-693",
                    "ASVS v5.0.0-3.4.3",
                    "CSP3");

    static final CheckInfo NOT_RUN =
            Rules.rule(
                    "csp.browser-not-run",
                    "The page was not seen in a browser",
                    Severity.INFO,
                    "There was no browser, or it did not get the page that the route should give.",
                    "Nobody knows whether the policy fits a page that no browser has loaded.",
                    "Do what the message says: install Chromium, set the identity's variable, or"
                            + " name the page's real path in the policy file.",
                    "ASVS v5.0.0-3.4.3");

    static final CheckInfo DELIVERED =
            Rules.rule(
                    "csp.report-delivered",
                    "Violation reports do not arrive",
                    Severity.LOW,
                    "A violation was provoked in a real browser, and the report that the browser"
                            + " wrote was not accepted by the endpoint that the policy names.",
                    "Who injects a script stays unseen when no report arrives.",
                    "Answer a POST of application/csp-report and application/reports+json with 204"
                            + " at the endpoint, without asking for a login or a token.",
                    "CWE-778",
                    "ASVS v5.0.0-3.4.7",
                    "CSP3");

    private BrowserRules() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(VIOLATIONS, SUGGESTED, NOT_RUN, DELIVERED);
    }
}
