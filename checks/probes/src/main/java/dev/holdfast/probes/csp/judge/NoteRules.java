package dev.holdfast.probes.csp.judge;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/**
 * The rules about how a policy is written. What they find lets no injected script run by itself;
 * where it does, a rule of {@link ScriptRules} fails beside them.
 */
final class NoteRules {
    private static final String CSP3 = "W3C CSP3";

    static final CheckInfo EVAL =
            note(
                    "csp.eval",
                    "String evaluation",
                    "eval and its kin may turn strings into code.",
                    "A value that reaches eval or setTimeout as a string runs.",
                    "Take 'unsafe-eval' out of script-src, or add require-trusted-types-for"
                            + " 'script'.",
                    "CWE-95");
    static final CheckInfo STYLE =
            note(
                    "csp.style",
                    "Inline styles",
                    "Injected style elements or attributes take effect.",
                    "Styles can hide or move what the user sees, and read attribute values letter"
                            + " by letter where images of foreign hosts load.",
                    "Give style-src a nonce or hashes instead of 'unsafe-inline'.",
                    "CWE-79");
    static final CheckInfo FETCH =
            note(
                    "csp.foreign-content",
                    "Foreign images, connections, frames and objects",
                    "Content of any host may be loaded or sent to.",
                    "Injected markup can carry data away in addresses and show foreign pages.",
                    "Name the hosts in img-src, connect-src and frame-src, and send object-src"
                            + " 'none'.",
                    "CWE-829");
    static final CheckInfo BASE_OPEN =
            note(
                    "csp.base-element",
                    "Base elements",
                    "An injected base element changes what relative URLs mean.",
                    "With nonces, relative script URLs of the page lead to the attacker's host;"
                            + " without them, links and forms do.",
                    "Add base-uri 'none' or 'self'.",
                    "CWE-79");
    static final CheckInfo FORM_ACTION =
            note(
                    "csp.form-action",
                    "Form targets",
                    "Forms may be sent to any host; default-src does not speak for them.",
                    "An injected form collects what the password manager fills in.",
                    "Add form-action 'self'.",
                    "CWE-79");
    static final CheckInfo FRAME_ANCESTORS =
            note(
                    "csp.frame-ancestors",
                    "Who may frame the page",
                    "The policy does not say who may show the page in a frame; default-src does"
                            + " not speak for it, X-Frame-Options may.",
                    "A page in a frame takes clicks that were meant for another one.",
                    "Add frame-ancestors 'none' or 'self'.",
                    "CWE-1021");
    static final CheckInfo NONCE =
            note(
                    "csp.nonce",
                    "Nonces",
                    "A nonce is malformed, short, or not what the page's scripts carry.",
                    "A malformed nonce is ignored and does not switch 'unsafe-inline' off; a short"
                            + " one can be guessed.",
                    "Make the nonce of 16 random bytes in base64, and write it to the header and"
                            + " the script elements of the same response.",
                    "CWE-330");
    static final CheckInfo HASH =
            note(
                    "csp.hash",
                    "Hashes",
                    "A hash is malformed or has the wrong length.",
                    "It matches no script; a malformed one does not switch 'unsafe-inline' off.",
                    "Compute it again: the digest of the text between the tags, in base64.");
    static final CheckInfo IGNORED_SOURCE =
            note(
                    "csp.ignored-source",
                    "Sources that a browser ignores",
                    "A source expression is not valid, or does nothing where it stands.",
                    "The policy is not what its author believes.",
                    "Write keywords with single quotes and hosts without, one space between"
                            + " them.");
    static final CheckInfo UNKNOWN_DIRECTIVE =
            note(
                    "csp.unknown-directive",
                    "Directives that no browser knows",
                    "A directive's name is unknown, so it does nothing.",
                    "What it was to forbid is allowed.",
                    "Correct the name; names and values are separated by a space, directives by a"
                            + " semicolon.");
    static final CheckInfo SEMICOLON =
            note(
                    "csp.missing-semicolon",
                    "A semicolon is missing",
                    "A directive's name stands among the sources of another one.",
                    "The directive does not exist, and its sources belong to the one before it.",
                    "Put a semicolon before it.");
    static final CheckInfo DUPLICATE =
            note(
                    "csp.duplicate-directive",
                    "A directive stands twice",
                    "Only the first of the directives with one name counts.",
                    "A stricter one behind it does nothing.",
                    "Merge them into one.");
    static final CheckInfo DROPPED =
            note(
                    "csp.dropped-directive",
                    "A directive with letters beyond ASCII",
                    "A browser drops a directive whose value has a letter that is not ASCII, and"
                            + " later ones of its name.",
                    "Curly quotes, a non-breaking space or an international host name switch the"
                            + " whole directive off.",
                    "Retype the quotes and spaces, and write host names in their xn-- form.");
    static final CheckInfo META =
            note(
                    "csp.meta",
                    "Policies in the page",
                    "A meta element carries what works only in a header field.",
                    "frame-ancestors, sandbox, report-uri and report-only policies do nothing"
                            + " there.",
                    "Send the policy as a header field.");
    static final CheckInfo HEADER_NAME =
            note(
                    "csp.header-name",
                    "The value begins with the header's name",
                    "The header's own name stands in its value.",
                    "The first directive has a name that no browser knows and does nothing.",
                    "Take the name out of the value.");
    static final CheckInfo DEPRECATED =
            note(
                    "csp.deprecated-directive",
                    "Directives that browsers have dropped",
                    "A directive does nothing in browsers of today, or is on its way out.",
                    "It gives a feeling of protection that is not there.",
                    "Take it out; use report-to beside report-uri, and upgrade-insecure-requests"
                            + " instead of block-all-mixed-content.");
    static final CheckInfo REPORT_ONLY_NOTE =
            note(
                    "csp.report-only-policy",
                    "Report-only policies",
                    "A report-only policy has directives that need enforcement, or tells nobody.",
                    "upgrade-insecure-requests and sandbox do nothing in it; without an endpoint"
                            + " it does nothing at all.",
                    "Move them to the enforced policy, and name an endpoint with report-to.");
    static final CheckInfo REPORTING =
            note(
                    "csp.reporting",
                    "Reports",
                    "The policy names no place to send reports to.",
                    "Nobody hears of an attack that the policy stopped.",
                    "Add report-to with a Reporting-Endpoints header field, and report-uri for"
                            + " browsers that do not know it.",
                    "ASVS v5.0.0-3.4.7");
    static final CheckInfo ADDRESS =
            note(
                    "csp.ip-source",
                    "Literal addresses as sources",
                    "A source is an IP address.",
                    "Addresses change hands without notice; a browser matches an IPv6 one never.",
                    "Name the host.");
    static final CheckInfo PLAIN =
            note(
                    "csp.http-source",
                    "Sources over http",
                    "A source has the scheme http, so content may come without TLS.",
                    "Whoever sits on the line writes the content.",
                    "Write https:// instead.",
                    "CWE-319");
    static final CheckInfo TRUSTED_TYPES =
            note(
                    "csp.trusted-types",
                    "Trusted Types",
                    "Whether strings may become markup and code through the document's interfaces.",
                    "Without it, a script of the page can turn a value into code.",
                    "Add require-trusted-types-for 'script' once the page's scripts work with it.",
                    "CWE-79");

    static final CheckInfo NONCE_MISMATCH =
            note(
                    "csp.nonce-mismatch",
                    "Nonces of the page and of the policy",
                    "Script elements carry a nonce that the policy does not name.",
                    "The page's own scripts do not run, and somebody may loosen the policy for"
                            + " that.",
                    "Write the response's nonce into both.");
    static final CheckInfo PAGE =
            note(
                    "csp.page",
                    "The page and its policies",
                    "Something of the page keeps a policy from counting, or from being seen.",
                    "What does not count protects nobody.",
                    "Send policies as header fields.");

    private NoteRules() {}

    private static CheckInfo note(
            String id, String title, String meaning, String why, String fix, String... references) {
        String[] all = java.util.Arrays.copyOf(references, references.length + 1);
        all[references.length] = CSP3;
        return rule(id, title, Severity.LOW, meaning, why, fix, all);
    }

    static List<CheckInfo> all() {
        return List.of(
                EVAL,
                STYLE,
                FETCH,
                BASE_OPEN,
                FORM_ACTION,
                FRAME_ANCESTORS,
                NONCE,
                HASH,
                IGNORED_SOURCE,
                UNKNOWN_DIRECTIVE,
                SEMICOLON,
                DUPLICATE,
                DROPPED,
                META,
                HEADER_NAME,
                DEPRECATED,
                REPORT_ONLY_NOTE,
                REPORTING,
                ADDRESS,
                PLAIN,
                TRUSTED_TYPES,
                NONCE_MISMATCH,
                PAGE);
    }
}
