package dev.holdfast.probes.ratelimit;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of a limit. */
final class RateLimitRuleSet {
    private static final String AUTOMATION = "ASVS v5.0.0-2.4.1";

    static final CheckInfo LIMIT =
            rule(
                    "ratelimit.limit",
                    "The limit does not hold",
                    Severity.MEDIUM,
                    "More requests than the policy allows in a window were answered.",
                    "A program tries passwords, codes or addresses as fast as the service answers.",
                    "Count requests by account and by address in a store that every instance"
                            + " shares, and answer 429 above the limit.",
                    "CWE-770",
                    "CWE-307",
                    AUTOMATION);

    static final CheckInfo SPOOFED =
            rule(
                    "ratelimit.spoofed-address",
                    "A header field or a query resets the limit",
                    Severity.HIGH,
                    "A request over the limit was answered as soon as it named another address in a"
                            + " forwarding field, or had another query.",
                    "The limit does not exist for whoever writes a new address or query into each"
                            + " request.",
                    "Take the address from the connection, and from a forwarding field only when a"
                            + " trusted proxy has written it. Count by route, without the query.",
                    "CWE-348",
                    "CWE-290",
                    "ASVS v5.0.0-4.1.3");

    static final CheckInfo RETRY =
            rule(
                    "ratelimit.retry-after",
                    "Retry-After is missing or wrong",
                    Severity.LOW,
                    "A 429 has no Retry-After, or one that is neither whole seconds nor a date.",
                    "Well-behaved clients guess, and many guess at once.",
                    "Send Retry-After with the seconds until the next request is answered.",
                    "RFC 6585",
                    "RFC 9110");

    static final CheckInfo KEPT =
            rule(
                    "ratelimit.retry-after-not-kept",
                    "Retry-After is not kept",
                    Severity.LOW,
                    "After the time of Retry-After the next request was refused again.",
                    "Whoever waits as told is never served, so nobody waits.",
                    "Compute Retry-After from the same clock and window as the limit.",
                    "RFC 6585",
                    "RFC 9110");

    static final CheckInfo FIELDS =
            rule(
                    "ratelimit.fields-differ",
                    "The limit in the header is another one",
                    Severity.LOW,
                    "The RateLimit fields name another limit than the policy.",
                    "Clients pace themselves by a limit that is not there.",
                    "Write the fields from the same setting as the limit, and put it into the"
                            + " policy.",
                    "draft-ietf-httpapi-ratelimit-headers-10");

    static final CheckInfo MALFORMED =
            rule(
                    "ratelimit.malformed-field",
                    "A RateLimit field cannot be read",
                    Severity.LOW,
                    "A RateLimit field has none of the forms of its three generations. Clients must"
                            + " ignore it.",
                    "Clients do not see the limit and run into it.",
                    "Send numbers, or structured fields with q and w.",
                    "draft-ietf-httpapi-ratelimit-headers-10",
                    "RFC 9651");

    static final CheckInfo STORED =
            rule(
                    "ratelimit.cacheable-refusal",
                    "A cache may keep the refusal",
                    Severity.LOW,
                    "A 429 asks caches to keep it, which they must not (RFC 6585, section 4).",
                    "One caller over the limit takes the route down for all behind the same cache.",
                    "Send Cache-Control: no-store with every 429.",
                    "CWE-524",
                    "RFC 6585");

    static final CheckInfo LEGITIMATE =
            rule(
                    "ratelimit.legitimate-flow",
                    "A caller below the limit is refused",
                    Severity.MEDIUM,
                    "One request a second was refused, or fewer in a window were answered, though"
                            + " the policy allows that many.",
                    "Users are locked out in normal use.",
                    "Compare the limit of the service with that of the policy.",
                    "ASVS v5.0.0-2.4.1");

    private RateLimitRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(LIMIT, SPOOFED, RETRY, KEPT, FIELDS, MALFORMED, STORED, LEGITIMATE);
    }
}
