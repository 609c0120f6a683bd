package dev.holdfast.probes.cors;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/**
 * What the probe looks at. Severities are those of an origin that may read with the user's
 * credentials; without them a finding is one step milder.
 */
final class CorsChecks {
    private static final String FETCH = "Fetch standard, CORS protocol";
    private static final String ASVS = "ASVS v5.0.0-3.4.2";
    private static final String CWE = "CWE-942";
    private static final String COMPARE =
            "Compare the whole Origin, byte for byte, with a list of whole origins"
                    + " (scheme, host and port).";

    static final CheckInfo REFLECTED =
            rule(
                    "cors.reflected-origin",
                    "Any origin may read answers",
                    Severity.HIGH,
                    "The service lets in an origin that has nothing to do with it, by sending the"
                            + " Origin of the request back in Access-Control-Allow-Origin.",
                    "Whoever gets a signed-in user onto a page of their own reads the user's data"
                            + " from there and acts in the user's name.",
                    COMPARE + " Send no Access-Control-Allow-Origin to any other.",
                    CWE,
                    ASVS,
                    FETCH);

    static final CheckInfo NULL =
            rule(
                    "cors.null-origin",
                    "The origin null may read answers",
                    Severity.HIGH,
                    "The service lets in the origin null.",
                    "Every site can make a page with the origin null, by a sandboxed frame, and"
                            + " read the user's data in it.",
                    "Take null off the list of allowed origins. For tests with local files, serve"
                            + " them over http and allow that origin in the test environment only.",
                    CWE,
                    ASVS,
                    FETCH);

    static final CheckInfo PREFIX =
            rule(
                    "cors.prefix-match",
                    "Only the beginning of the origin is compared",
                    Severity.HIGH,
                    "The service lets in an origin that only begins like an allowed one"
                            + " (https://app.example.com.evil.test).",
                    "Anybody can make such a name below a domain of their own.",
                    COMPARE + " In a pattern, write the end mark ($).",
                    CWE,
                    "CWE-777",
                    ASVS);

    static final CheckInfo SUFFIX =
            rule(
                    "cors.suffix-match",
                    "Only the end of the origin is compared",
                    Severity.HIGH,
                    "The service lets in an origin that only ends like an allowed one"
                            + " (https://evilexample.com).",
                    "Anybody can register a domain that ends so.",
                    COMPARE
                            + " In a pattern, write the beginning (^https://) and the dot before"
                            + " the domain.",
                    CWE,
                    "CWE-777",
                    ASVS);

    static final CheckInfo DOT =
            rule(
                    "cors.unescaped-dot",
                    "A dot of the pattern stands for any character",
                    Severity.HIGH,
                    "The service lets in an origin with another character where the allowed one"
                            + " has a dot (https://appxexample.com).",
                    "Anybody can register such a domain.",
                    COMPARE + " In a pattern, escape every dot (\\.).",
                    CWE,
                    "CWE-625",
                    ASVS);

    static final CheckInfo SUBDOMAIN =
            rule(
                    "cors.subdomain",
                    "Names below or beside the allowed host may read answers",
                    Severity.MEDIUM,
                    "The service lets in other names of the same domain, which the policy does not"
                            + " list.",
                    "One forgotten name, one page with a script injection or one customer's page"
                            + " below the domain is enough to read the data of every user.",
                    COMPARE + " When a name is meant, list it in the policy (cors.origins).",
                    CWE,
                    ASVS);

    static final CheckInfo INSECURE =
            rule(
                    "cors.insecure-origin",
                    "Pages over http may read answers",
                    Severity.MEDIUM,
                    "The service lets in the http form of an allowed https origin.",
                    "Whoever sits in the user's network answers for any http page, and reads from"
                            + " there what TLS was to protect.",
                    "Take the http origin off the list. In a pattern, write https: and not"
                            + " https?:.",
                    CWE,
                    "CWE-319",
                    ASVS);

    static final CheckInfo PORT =
            rule(
                    "cors.port-ignored",
                    "The port of the origin is not compared",
                    Severity.MEDIUM,
                    "The service lets in the allowed host on any port.",
                    "Another program on the same host, such as a developer's server or an admin"
                            + " tool, reads the user's data.",
                    COMPARE,
                    CWE,
                    ASVS);

    static final CheckInfo CASE =
            rule(
                    "cors.case",
                    "The origin is compared without regard to case",
                    Severity.LOW,
                    "The service lets in an allowed origin that is written in upper case.",
                    "No browser writes an origin so. It shows that the comparison is loose, and"
                            + " that what the request says is sent back instead of what the list"
                            + " says.",
                    COMPARE,
                    CWE,
                    ASVS);

    static final CheckInfo USERINFO =
            rule(
                    "cors.userinfo",
                    "What stands before an @ is taken for the host",
                    Severity.MEDIUM,
                    "The service lets in an origin with the allowed host as the user name of"
                            + " another (https://app.example.com@evil.test).",
                    "Browsers send no such origin. The comparison takes the wrong part for the"
                            + " host, and other clients or proxies may reach it.",
                    COMPARE,
                    CWE,
                    ASVS);

    static final CheckInfo LOCALHOST =
            rule(
                    "cors.localhost",
                    "A developer's own machine may read answers",
                    Severity.MEDIUM,
                    "The service lets in an origin on localhost.",
                    "Any program that serves a page on the user's own machine reads the user's"
                            + " data with it.",
                    "Take localhost off the list of allowed origins outside of development.",
                    CWE,
                    "CWE-489",
                    ASVS);

    static final CheckInfo THIRD_PARTY =
            rule(
                    "cors.third-party",
                    "A site on which anybody publishes may read answers",
                    Severity.HIGH,
                    "The service lets in a site where anybody can publish a page with a script.",
                    "The attacker publishes a page there and sends the user its address.",
                    "Take the site off the list of allowed origins.",
                    CWE,
                    ASVS);

    static final CheckInfo SPECIAL =
            rule(
                    "cors.special-characters",
                    "The pattern ends at a character that a host may hold",
                    Severity.MEDIUM,
                    "The service lets in an origin with an underscore, backtick, brace or percent"
                            + " sign behind the allowed host.",
                    "Some browsers open hosts with such characters, so an attacker makes one below"
                            + " a domain of their own.",
                    COMPARE + " In a pattern, write the end mark ($) and not a word boundary.",
                    CWE,
                    "CWE-777",
                    ASVS);

    static final CheckInfo EVERYBODY =
            rule(
                    "cors.wildcard",
                    "Every origin may read what is meant for some",
                    Severity.MEDIUM,
                    "Access-Control-Allow-Origin is * where the policy names the origins that may"
                            + " read, or where the answer is meant for a signed-in user.",
                    "Any page that the user opens reads the answer from the user's place in the"
                            + " network; only what needs credentials is kept from it.",
                    "Name the origins that need it, or say in the policy that the route is public"
                            + " (cors: {origins: ['*']}).",
                    CWE,
                    ASVS);

    static final CheckInfo EVERYBODY_CREDENTIALS =
            rule(
                    "cors.wildcard-credentials",
                    "* beside credentials",
                    Severity.LOW,
                    "Access-Control-Allow-Origin is * and Access-Control-Allow-Credentials is true."
                            + " Browsers refuse the answer to a request with credentials.",
                    "It does not work, and whoever mends it by sending the Origin back opens every"
                            + " user's data to every site.",
                    "Decide: public data needs * alone; data of a user needs a list of origins.",
                    CWE,
                    ASVS,
                    FETCH);

    static final CheckInfo CREDENTIALS =
            rule(
                    "cors.credentials",
                    "Credentials other than the policy says",
                    Severity.MEDIUM,
                    "Access-Control-Allow-Credentials is true where the policy allows no"
                            + " credentials, or is a value that browsers ignore: only true, in"
                            + " lower case and once, counts.",
                    "With credentials a script injection on the allowed site reaches every user's"
                            + " data here; an ignored value breaks the site that needs it.",
                    "Send Access-Control-Allow-Credentials: true where the policy says so, and"
                            + " leave the field out elsewhere.",
                    CWE,
                    ASVS,
                    FETCH);

    static final CheckInfo SEVERAL =
            rule(
                    "cors.several-values",
                    "More than one allowed origin in an answer",
                    Severity.LOW,
                    "Access-Control-Allow-Origin is there twice or holds a list, which equals no"
                            + " origin, so browsers refuse the answer; or an Origin that holds an"
                            + " allowed and a foreign one is let in.",
                    "Nobody can read the answer, and two places set the field: the one that is"
                            + " mended is often not the one that answers.",
                    "Set the field in one place (service or proxy), with the one origin that"
                            + " asked.",
                    CWE,
                    ASVS,
                    FETCH);

    static final CheckInfo INVALID =
            rule(
                    "cors.invalid-value",
                    "An allowed origin that is none",
                    Severity.LOW,
                    "Access-Control-Allow-Origin holds what is no origin: a name without a scheme,"
                            + " a pattern such as https://*.example.com, a path or a word.",
                    "Browsers compare it byte for byte and refuse every page, so somebody will"
                            + " open more than is needed to make it work.",
                    "Send the one origin that asked, when it is on the list.",
                    ASVS,
                    FETCH);

    static final CheckInfo VARY =
            rule(
                    "cors.vary-origin",
                    "Caches mix answers to different origins",
                    Severity.MEDIUM,
                    "The answer differs by Origin and does not say so with Vary: Origin; also the"
                            + " answer to a request without an Origin has to.",
                    "A cache hands the answer for one origin to another: the allowed site stops"
                            + " working, or an attacker makes it so.",
                    "Send Vary: Origin with every answer of the route, whatever its Origin was.",
                    "CWE-524",
                    "RFC 9110",
                    FETCH);

    static final CheckInfo MAX_AGE =
            rule(
                    "cors.max-age",
                    "Preflight answers are kept too long",
                    Severity.LOW,
                    "Access-Control-Max-Age is more than a day, or no number.",
                    "A permission that is taken back still holds in browsers until then.",
                    "Send 600 to 7200 seconds; browsers keep no more than 2 to 24 hours anyway.",
                    FETCH);

    static final CheckInfo PREFLIGHT =
            rule(
                    "cors.preflight",
                    "The preflight allows every method or header",
                    Severity.LOW,
                    "Access-Control-Allow-Methods or -Headers is * for an origin of a list.",
                    "What is added to the service later is open to that origin without anybody"
                            + " deciding so.",
                    "List the methods and header fields that the site needs. With credentials *"
                            + " means nothing, and it never covers Authorization.",
                    CWE,
                    "ASVS v5.0.0-4.1.4",
                    FETCH);

    static final CheckInfo REFUSED =
            rule(
                    "cors.allowed-origin-refused",
                    "An allowed origin cannot read answers",
                    Severity.MEDIUM,
                    "A browser refuses the answer to an origin that the policy allows.",
                    "The site that needs the data does not work, and whoever mends it in a hurry"
                            + " opens it to every origin.",
                    "Add exactly this origin to the service's list, or take it out of the policy.",
                    FETCH);

    static final CheckInfo ERROR_PAGE =
            rule(
                    "cors.error-page",
                    "Error pages let in what the route refuses",
                    Severity.MEDIUM,
                    "A path that does not exist below the route answers a foreign origin with"
                            + " CORS fields, though the route itself does not.",
                    "Errors come from another layer (proxy, framework) with rules of its own; they"
                            + " hold user names, tokens in addresses and stack traces.",
                    "Give errors the same CORS rules as the routes, or none.",
                    CWE,
                    ASVS);

    /** Every rule. */
    static final List<CheckInfo> ALL =
            List.of(
                    REFLECTED,
                    NULL,
                    PREFIX,
                    SUFFIX,
                    DOT,
                    SUBDOMAIN,
                    INSECURE,
                    PORT,
                    CASE,
                    USERINFO,
                    LOCALHOST,
                    THIRD_PARTY,
                    SPECIAL,
                    EVERYBODY,
                    EVERYBODY_CREDENTIALS,
                    CREDENTIALS,
                    SEVERAL,
                    INVALID,
                    VARY,
                    MAX_AGE,
                    PREFLIGHT,
                    REFUSED,
                    ERROR_PAGE);

    private CorsChecks() {}
}
