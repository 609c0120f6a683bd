package dev.holdfast.probes.cookies;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** What the ids of cookies mean. */
final class CookieRules {
    static final CheckInfo SECURE =
            Rules.rule(
                    "cookies.secure",
                    "A cookie goes over http",
                    Severity.MEDIUM,
                    "The cookie has no Secure attribute.",
                    "One request over http, which any page can cause, shows the cookie to whoever"
                            + " listens on the way.",
                    "Add Secure, and the prefix __Host- to the name.",
                    "RFC 6265bis",
                    "ASVS v5.0.0-3.3.1",
                    "CWE-614");
    static final CheckInfo HTTP_ONLY =
            Rules.rule(
                    "cookies.http-only",
                    "Scripts can read a session cookie",
                    Severity.MEDIUM,
                    "A cookie that stands for a session has no HttpOnly attribute.",
                    "One injected script sends the session to the attacker, who uses it from his"
                            + " own machine.",
                    "Add HttpOnly.",
                    "RFC 6265bis",
                    "ASVS v5.0.0-3.3.4",
                    "CWE-1004");
    static final CheckInfo SAME_SITE =
            Rules.rule(
                    "cookies.same-site",
                    "Other sites send requests with the cookie",
                    Severity.MEDIUM,
                    "The cookie has no SameSite that fits it.",
                    "A page of another site sends a form or a request that carries the user's"
                            + " session.",
                    "Add SameSite=Lax (or Strict); SameSite=None only with Secure and for what"
                            + " other sites embed.",
                    "RFC 6265bis",
                    "ASVS v5.0.0-3.3.2",
                    "CWE-1275");
    static final CheckInfo PREFIX =
            Rules.rule(
                    "cookies.prefix",
                    "The prefix of a cookie does not hold",
                    Severity.MEDIUM,
                    "The name begins with __Host-, __Secure- or __Http- and the cookie breaks the"
                            + " prefix's rules.",
                    "Browsers refuse the cookie: users cannot sign in, and somebody takes the"
                            + " prefix away to mend it.",
                    "__Host-: Secure, Path=/, no Domain. __Secure-: Secure.",
                    "RFC 6265bis",
                    "ASVS v5.0.0-3.3.3",
                    "CWE-1275");
    static final CheckInfo DOMAIN =
            Rules.rule(
                    "cookies.domain",
                    "A session cookie goes to other hosts",
                    Severity.LOW,
                    "The Domain of a session cookie gives it to every host below that domain, or"
                            + " is one that browsers refuse.",
                    "Whoever runs one forgotten host below the domain reads the session, or"
                            + " plants one of his own.",
                    "Leave Domain out; the prefix __Host- makes sure of it.",
                    "RFC 6265bis",
                    "ASVS v5.0.0-3.3.3",
                    "CWE-1275");
    static final CheckInfo LIFETIME =
            Rules.rule(
                    "cookies.lifetime",
                    "A session cookie lives too long",
                    Severity.LOW,
                    "The cookie lives longer than the policy says, or a session cookie longer"
                            + " than thirty days.",
                    "A cookie that was copied once, from a backup or a shared computer, works for"
                            + " all that time.",
                    "Shorten Max-Age, or let the cookie end with the browser.",
                    "RFC 6265bis",
                    "CWE-613");
    static final CheckInfo DUPLICATE =
            Rules.rule(
                    "cookies.duplicate",
                    "One cookie is set twice",
                    Severity.LOW,
                    "The answer sets several cookies of one name.",
                    "Which one counts depends on the browser and on the path; a logout may clear"
                            + " the other one.",
                    "Set each name once.",
                    "RFC 6265bis",
                    "CWE-694");
    static final CheckInfo SYNTAX =
            Rules.rule(
                    "cookies.syntax",
                    "Browsers read a cookie otherwise",
                    Severity.LOW,
                    "The Set-Cookie line, or an attribute of it, is passed over by browsers.",
                    "A guard that is misspelt is no guard.",
                    "Mend the spelling: Secure; HttpOnly; SameSite=Lax; Path=/; Max-Age=3600.",
                    "RFC 6265bis",
                    "CWE-1275");
    static final CheckInfo EXPECTED =
            Rules.rule(
                    "cookies.expected",
                    "A cookie is not what the policy expects",
                    Severity.MEDIUM,
                    "An attribute of the cookie is not what the policy file says.",
                    "What a team agreed on has been lost, by a proxy or a new release.",
                    "Set the cookie as the policy says, or change what it expects.",
                    "ASVS v5.0.0-3.3.2",
                    "CWE-1275");

    static final List<CheckInfo> ALL =
            List.of(
                    SECURE, HTTP_ONLY, SAME_SITE, PREFIX, DOMAIN, LIFETIME, DUPLICATE, SYNTAX,
                    EXPECTED);

    private CookieRules() {}
}
