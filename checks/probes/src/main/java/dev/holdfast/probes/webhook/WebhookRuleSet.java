package dev.holdfast.probes.webhook;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of a webhook. */
final class WebhookRuleSet {
    private static final String VERIFY =
            "Verify the signature over the raw body with the sender's library before anything else"
                    + " reads the request, and answer 400 or 401 when it is wrong.";
    private static final String FORGER =
            "Anybody who knows the address can tell the service that a payment was made or an"
                    + " account was changed.";
    private static final String IDEMPOTENT =
            "Store the event's id under a unique constraint in the same transaction as its effect,"
                    + " and answer 2xx when it is there already.";
    private static final String TWICE =
            "Every sender delivers an event again when an answer is late. What takes effect twice"
                    + " ships twice, refunds twice, or credits twice.";

    static final CheckInfo VALID =
            rule(
                    "webhook.valid-event",
                    "A rightly signed event is not taken",
                    Severity.MEDIUM,
                    "An event with a right signature and a fresh time was not answered with 2xx.",
                    "Without it a refusal says nothing: a path that does not exist refuses"
                            + " everything too.",
                    "Check the route's path, scheme and secret in the policy, then ask again.");

    static final CheckInfo UNSIGNED =
            rule(
                    "webhook.unsigned-accepted",
                    "Events without a signature are taken",
                    Severity.CRITICAL,
                    "A request without a signature, or with an empty one, was answered with 2xx; also"
                            + " when it was said to be no JSON, or had no field of the sender's.",
                    FORGER,
                    VERIFY,
                    "CWE-306",
                    "CWE-345",
                    "ASVS v5.0.0-4.1.5");

    static final CheckInfo UNVERIFIED =
            rule(
                    "webhook.signature-not-verified",
                    "Events with a wrong signature are taken",
                    Severity.CRITICAL,
                    "A request with a random signature was answered with 2xx.",
                    FORGER,
                    VERIFY,
                    "CWE-347",
                    "ASVS v5.0.0-4.1.5");

    static final CheckInfo BODY =
            rule(
                    "webhook.body-not-verified",
                    "A changed body is taken",
                    Severity.CRITICAL,
                    "A right signature of another body was answered with 2xx.",
                    "Whoever has seen one delivery can put anything into it, for example another"
                            + " amount.",
                    VERIFY,
                    "CWE-345",
                    "CWE-347",
                    "ASVS v5.0.0-4.1.5");

    static final CheckInfo SECRET =
            rule(
                    "webhook.other-secret-accepted",
                    "A signature under another secret is taken",
                    Severity.CRITICAL,
                    "A signature made with an empty secret, or with one that the service cannot"
                            + " know, was answered with 2xx.",
                    FORGER + " An empty secret is what is left when a variable is not set.",
                    "Refuse to start without the secret. " + VERIFY,
                    "CWE-347",
                    "CWE-1188",
                    "ASVS v5.0.0-4.1.5");

    static final CheckInfo STALE =
            rule(
                    "webhook.stale-accepted",
                    "An old signature is taken",
                    Severity.MEDIUM,
                    "A signature older than the tolerance of the policy was answered with 2xx.",
                    "Whoever gets hold of one delivery, from a log for example, can send it again"
                            + " for as long as the secret lives.",
                    "Compare the signed time with the clock and refuse what is older than 300"
                            + " seconds; the senders' libraries do.",
                    "CWE-294",
                    "ASVS v5.0.0-4.1.5");

    static final CheckInfo FUTURE =
            rule(
                    "webhook.future-accepted",
                    "A signature from the future is taken",
                    Severity.LOW,
                    "A signature with a time later than the tolerance allows was answered with 2xx."
                            + " Standard Webhooks refuses it; Stripe's own library does not, so that"
                            + " it is only told there.",
                    "A signature from the future can be sent again for longer than the tolerance.",
                    "Compare the signed time both ways.",
                    "CWE-294");

    static final CheckInfo VERSION =
            rule(
                    "webhook.other-version-accepted",
                    "A signature of another version is taken",
                    Severity.MEDIUM,
                    "A request that has a signature only under a version that must be passed over"
                            + " (v0 of Stripe, for example) was answered with 2xx.",
                    "A weaker version that is still read is what an attacker will use.",
                    "Read only signatures of the version that the sender documents.",
                    "CWE-757",
                    "CWE-347");

    static final CheckInfo SEVERAL =
            rule(
                    "webhook.several-signatures",
                    "The second of two signatures is not read",
                    Severity.LOW,
                    "A request whose second signature is right was refused.",
                    "While a secret is rotated the sender signs with both. Events are lost then, and"
                            + " so nobody rotates.",
                    "Accept a request when any signature of the version is right.",
                    "CWE-324");

    static final CheckInfo UPPER =
            rule(
                    "webhook.upper-case-signature",
                    "A signature in upper-case digits is taken",
                    Severity.INFO,
                    "Told only: the digits mean the same, and nobody can forge by it.",
                    "None. The senders' libraries compare text and refuse it.",
                    "Nothing needs to be done.",
                    "CWE-178");

    static final CheckInfo REPLAY =
            rule(
                    "webhook.replay",
                    "The same request takes effect twice",
                    Severity.HIGH,
                    "The same signed request was sent twice and took effect more than once.",
                    TWICE,
                    IDEMPOTENT,
                    "CWE-294",
                    "CWE-837",
                    "ASVS v5.0.0-2.3.3");

    static final CheckInfo DUPLICATE =
            rule(
                    "webhook.duplicate-event",
                    "The same event takes effect twice",
                    Severity.HIGH,
                    "An event was delivered twice, freshly signed, and took effect more than once.",
                    TWICE,
                    IDEMPOTENT,
                    "CWE-837",
                    "ASVS v5.0.0-2.3.3");

    static final CheckInfo CONCURRENT =
            rule(
                    "webhook.concurrent-event",
                    "An event delivered twice at once takes effect twice",
                    Severity.HIGH,
                    "An event was delivered twice at the same time and took effect more than once.",
                    TWICE + " A look before the write does not help when both look first.",
                    IDEMPOTENT,
                    "CWE-362",
                    "CWE-367",
                    "ASVS v5.0.0-15.4.2");

    private WebhookRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(
                VALID,
                UNSIGNED,
                UNVERIFIED,
                BODY,
                SECRET,
                STALE,
                FUTURE,
                VERSION,
                SEVERAL,
                UPPER,
                REPLAY,
                DUPLICATE,
                CONCURRENT);
    }
}
