package dev.holdfast.probes.isolation;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What the probe looks at. */
final class IsolationChecks {
    private static final String OBJECT = "ASVS v5.0.0-8.2.2";
    private static final String OWNED =
            "Look for the object among those of the caller (where owner = caller), in the query"
                    + " itself, and answer 404 when it is not there.";

    static final CheckInfo OWNER =
            rule(
                    "isolation.owner",
                    "The owner does not see the object",
                    Severity.MEDIUM,
                    "The owner's own request was not answered with the canary, so nothing can be"
                            + " said of what others see.",
                    "A test that never sees the object cannot notice when somebody else does.",
                    "Look at isolation.owner and isolation.canary of the route, and whether the"
                            + " owner's token is still good.",
                    OBJECT);

    static final CheckInfo OTHER =
            rule(
                    "isolation.other-user",
                    "Another user sees the object",
                    Severity.CRITICAL,
                    "A signed-in user got an object that belongs to another one.",
                    "Whoever has an account counts the numbers in the address up and takes every"
                            + " user's data.",
                    OWNED,
                    "CWE-639",
                    OBJECT);

    static final CheckInfo ANONYMOUS =
            rule(
                    "isolation.anonymous",
                    "Nobody in particular sees the object",
                    Severity.CRITICAL,
                    "A request without any identity got an object that belongs to a user.",
                    "Whoever knows or guesses the address takes the data, without an account.",
                    "Ask for a signed-in user on the route. " + OWNED,
                    "CWE-306",
                    OBJECT);

    static final CheckInfo CACHED =
            rule(
                    "isolation.cached-copy",
                    "A cache hands out another user's copy",
                    Severity.CRITICAL,
                    "The address that the owner had just asked for was answered with the owner's"
                            + " copy; the same address with another query was not.",
                    "Whoever asks after the owner gets the owner's data, and the service never"
                            + " hears of it.",
                    "Send Cache-Control: no-store (or private) with answers for a user. Then empty"
                            + " the cache.",
                    "CWE-524",
                    "ASVS v5.0.0-14.2.2",
                    "RFC 9111");

    static final CheckInfo CONDITIONAL =
            rule(
                    "isolation.conditional",
                    "A conditional request tells of the object",
                    Severity.MEDIUM,
                    "A caller who may not see the object, and names its version (If-None-Match or"
                            + " If-Modified-Since), is answered 304 as if it might.",
                    "The answer says that the object exists and whether it has changed; it shows"
                            + " that a layer answers before the caller is checked.",
                    "Check the caller before validators are compared.",
                    "CWE-203",
                    OBJECT);

    static final CheckInfo HEAD =
            rule(
                    "isolation.head",
                    "HEAD tells of the object",
                    Severity.MEDIUM,
                    "A caller whose GET is refused gets a good answer to HEAD.",
                    "The answer says that the object exists, how long it is and which version it"
                            + " has.",
                    "Check the caller for HEAD as for GET.",
                    "CWE-650",
                    OBJECT);

    static final CheckInfo LIST =
            rule(
                    "isolation.list",
                    "A list shows the object to others",
                    Severity.CRITICAL,
                    "The list above the object shows it to a caller who may not see it.",
                    "Nobody needs to guess an address: the list gives away every user's data.",
                    "List only what belongs to the caller (where owner = caller).",
                    "CWE-639",
                    OBJECT);

    /** Every rule. */
    static final List<CheckInfo> ALL =
            List.of(OWNER, OTHER, ANONYMOUS, CACHED, CONDITIONAL, HEAD, LIST);

    private IsolationChecks() {}
}
