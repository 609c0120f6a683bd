package dev.holdfast.probes.access;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What the probe looks at. */
final class AccessChecks {
    private static final String FUNCTION = "ASVS v5.0.0-8.2.1";
    private static final String SERVER = "ASVS v5.0.0-8.3.1";
    private static final String INSIDE =
            "Check the caller's right in the service itself, on the handler, after the path is"
                    + " resolved; deny what no rule names.";

    static final CheckInfo ALLOWED =
            rule(
                    "access.allowed-identity",
                    "Somebody who may use the route cannot",
                    Severity.MEDIUM,
                    "An identity that the policy allows was not answered with the canary, so"
                            + " nothing can be said of those that it denies.",
                    "A route that answers nobody hides a missing check until the day it is mended.",
                    "Look at access.allow and access.canary of the route, and whether the"
                            + " identity's token is still good.",
                    FUNCTION);

    static final CheckInfo ANONYMOUS =
            rule(
                    "access.anonymous",
                    "Nobody in particular may use the route",
                    Severity.CRITICAL,
                    "A request without any identity was answered as an allowed one is.",
                    "Whoever finds the address is an administrator.",
                    INSIDE,
                    "CWE-306",
                    FUNCTION,
                    SERVER);

    static final CheckInfo DENIED =
            rule(
                    "access.denied-identity",
                    "Somebody who may not use the route can",
                    Severity.CRITICAL,
                    "An identity that the policy denies was answered as an allowed one is.",
                    "Any user with an account is an administrator.",
                    INSIDE,
                    "CWE-862",
                    FUNCTION,
                    SERVER);

    static final CheckInfo METHOD =
            rule(
                    "access.method",
                    "Another method is let in",
                    Severity.CRITICAL,
                    "A caller whose GET is refused is let in with another method.",
                    "The check names methods instead of the route, so the attacker takes one that"
                            + " it does not name.",
                    "Deny every method of the route that no rule allows. " + INSIDE,
                    "CWE-650",
                    FUNCTION,
                    "ASVS v5.0.0-4.1.4");

    static final CheckInfo OVERRIDE =
            rule(
                    "access.method-override",
                    "A method named in a header or parameter is let in",
                    Severity.CRITICAL,
                    "A caller whose GET is refused is let in with a POST that names GET in"
                            + " X-HTTP-Method-Override or its like.",
                    "What is checked is the method of the request line, what is carried out is the"
                            + " other one.",
                    "Switch method overrides off, or resolve them before the check.",
                    "CWE-436",
                    "ASVS v5.0.0-4.1.4");

    static final CheckInfo REWRITE =
            rule(
                    "access.path-header",
                    "A path named in a header is let in",
                    Severity.CRITICAL,
                    "A request for another path reaches the route by X-Original-URL or"
                            + " X-Rewrite-URL.",
                    "The guard in front checks the path of the request line, the service behind it"
                            + " takes the one in the header.",
                    "Drop these fields from requests at the edge, and do not read them in the"
                            + " service.",
                    "CWE-436",
                    "ASVS v5.0.0-4.1.3");

    static final CheckInfo ADDRESS =
            rule(
                    "access.address-header",
                    "Whoever claims to be local is let in",
                    Severity.CRITICAL,
                    "A caller who is refused is let in with a header field that names 127.0.0.1 as"
                            + " the caller's address.",
                    "Anybody can send that field.",
                    "Do not grant a right by address; where one is needed, take it from the"
                            + " connection or from a proxy that overwrites the field.",
                    "CWE-290",
                    "CWE-348",
                    "ASVS v5.0.0-4.1.3");

    static final CheckInfo PATH =
            rule(
                    "access.path-variant",
                    "Another spelling of the path is let in",
                    Severity.CRITICAL,
                    "A caller who is refused is let in with another spelling of the same path"
                            + " (a slash more, ;x, ..;, %2f, another case).",
                    "The guard compares the path as it was sent, the service as it resolves it.",
                    "Resolve the path once, before the check, and answer 400 to what is not in"
                            + " normal form. "
                            + INSIDE,
                    "CWE-22",
                    "CWE-647",
                    SERVER);

    /** Every rule. */
    static final List<CheckInfo> ALL =
            List.of(ALLOWED, ANONYMOUS, DENIED, METHOD, OVERRIDE, REWRITE, ADDRESS, PATH);

    private AccessChecks() {}
}
