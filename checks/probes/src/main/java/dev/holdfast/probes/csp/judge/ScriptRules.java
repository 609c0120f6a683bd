package dev.holdfast.probes.csp.judge;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** The rules that fail when a line that an attacker injects runs as a script of the page. */
final class ScriptRules {
    private static final String XSS = "CWE-79";
    private static final String ASVS = "ASVS v5.0.0-3.4.3";
    private static final String CSP3 = "W3C CSP3";
    private static final String STRICT =
            "Send \"script-src 'nonce-…' 'strict-dynamic'; object-src 'none'; base-uri 'none'\""
                    + " with a fresh nonce of 128 bits in every response, and give the same nonce to"
                    + " the page's own script elements.";

    static final CheckInfo MISSING =
            rule(
                    "csp.missing",
                    "No Content-Security-Policy",
                    Severity.HIGH,
                    "The page has no policy that a browser enforces.",
                    "Whatever an attacker gets into the page runs: scripts, handlers, frames.",
                    STRICT,
                    XSS,
                    ASVS);
    static final CheckInfo REPORT_ONLY =
            rule(
                    "csp.report-only",
                    "The policy only reports",
                    Severity.HIGH,
                    "There is a Content-Security-Policy-Report-Only and no enforced policy.",
                    "A browser reports an injected script and runs it all the same.",
                    "Look at the collected reports, mend what they show, and send the same policy"
                            + " as Content-Security-Policy.",
                    XSS,
                    ASVS);
    static final CheckInfo INLINE =
            rule(
                    "csp.inline-script",
                    "Injected inline scripts run",
                    Severity.HIGH,
                    "A script element with code in it runs although nobody vouches for the code.",
                    "One unescaped value in the page is enough to take over the user's session.",
                    STRICT,
                    XSS,
                    ASVS,
                    CSP3);
    static final CheckInfo HANDLER =
            rule(
                    "csp.event-handler",
                    "Injected event handlers run",
                    Severity.HIGH,
                    "An attribute such as onerror runs.",
                    "An attacker needs no script element: an image with a handler does.",
                    "Take 'unsafe-inline' out of script-src and script-src-attr, and add handlers"
                            + " with addEventListener in a script that has the nonce.",
                    XSS,
                    ASVS,
                    CSP3);
    static final CheckInfo JAVASCRIPT_URL =
            rule(
                    "csp.javascript-url",
                    "javascript: links run",
                    Severity.HIGH,
                    "A link, form or frame with a javascript: URL runs its code.",
                    "A value that becomes a link's address becomes a script of the page.",
                    "Take 'unsafe-inline' out of script-src (of script-src-elem where there is"
                            + " one), and replace javascript: links by buttons with listeners.",
                    XSS,
                    ASVS,
                    CSP3);
    static final CheckInfo DATA =
            rule(
                    "csp.data-script",
                    "Scripts from data: URLs run",
                    Severity.HIGH,
                    "A script element with a data: URL runs.",
                    "A data: URL is inline code under another name: the attacker needs no server.",
                    "Take data: out of script-src (out of default-src where there is no"
                            + " script-src).",
                    XSS,
                    ASVS,
                    CSP3);
    static final CheckInfo FOREIGN =
            rule(
                    "csp.foreign-script",
                    "Scripts from any host run",
                    Severity.HIGH,
                    "A script element with the URL of a host that anybody may own runs.",
                    "The attacker puts a script on a server of his own and names it.",
                    STRICT + " Or name single hosts instead of *, a scheme or a wide wildcard.",
                    XSS,
                    ASVS,
                    CSP3);
    static final CheckInfo ALLOW_LIST =
            rule(
                    "csp.allow-list",
                    "An allowed host runs anybody's code",
                    Severity.MEDIUM,
                    "script-src allows a host on which anybody may publish, or that wraps answers"
                            + " in a function that the caller names (JSONP), or that has a library"
                            + " that turns markup into code.",
                    "The attacker needs no server: the allowed host serves the code.",
                    "Use nonces with 'strict-dynamic' instead of a list of hosts, or serve the"
                            + " library from your own host and take the foreign one off the list.",
                    XSS,
                    "CWE-829",
                    ASVS);
    static final CheckInfo BASE =
            rule(
                    "csp.base-uri",
                    "An injected base element takes over scripts",
                    Severity.HIGH,
                    "The page has a script with a nonce and a relative URL, and the policy lets an"
                            + " injected base element say what the URL is relative to.",
                    "The browser fetches the page's own, trusted script from the attacker's host.",
                    "Add base-uri 'none', or 'self' when the page has a base element of its own.",
                    XSS,
                    ASVS,
                    CSP3);
    static final CheckInfo NONCE_REPEATED =
            rule(
                    "csp.nonce-repeated",
                    "The nonce is the same in several responses",
                    Severity.HIGH,
                    "Two responses carried the same nonce, or nonces that differ by little, as a"
                            + " counter or a time does.",
                    "The attacker reads the nonce in a response of his own and puts it on his"
                            + " injected script.",
                    "Make the nonce anew for every response, 16 bytes of a secure random number"
                            + " generator, and keep pages with a nonce out of every shared"
                            + " cache.",
                    XSS,
                    "CWE-330",
                    ASVS,
                    CSP3);
    static final CheckInfo NONCE_CACHED =
            rule(
                    "csp.nonce-cached",
                    "A page with a nonce may be cached for all",
                    Severity.MEDIUM,
                    "A response with a nonce came from a cache, or allows shared caches to keep"
                            + " it.",
                    "A cached nonce is the same for everybody, the attacker too.",
                    "Send Cache-Control: no-store or private with pages that have a nonce.",
                    XSS,
                    "CWE-524",
                    CSP3);

    private ScriptRules() {}

    static List<CheckInfo> all() {
        return List.of(
                MISSING,
                REPORT_ONLY,
                INLINE,
                HANDLER,
                JAVASCRIPT_URL,
                DATA,
                FOREIGN,
                ALLOW_LIST,
                BASE,
                NONCE_REPEATED,
                NONCE_CACHED);
    }
}
