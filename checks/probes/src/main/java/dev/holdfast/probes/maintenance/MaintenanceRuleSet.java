package dev.holdfast.probes.maintenance;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of a service while it is switched off for maintenance. */
final class MaintenanceRuleSet {
    static final CheckInfo DOWN =
            rule(
                    "maintenance.not-down",
                    "A route is not switched off",
                    Severity.HIGH,
                    "While other routes answered 503 this one did not.",
                    "In an emergency the switch is thrown, and the route that leaks goes on leaking.",
                    "Put the switch before the router, so that no route can be forgotten.",
                    "CWE-693",
                    "RFC 9110");

    static final CheckInfo RETRY =
            rule(
                    "maintenance.retry-after",
                    "Retry-After is missing or wrong",
                    Severity.LOW,
                    "A 503 has no Retry-After, or one that is neither whole seconds nor a date to"
                            + " come.",
                    "Search engines and clients take it for a failure, and ask again at once.",
                    "Send Retry-After with the seconds that the maintenance is expected to take.",
                    "RFC 9110");

    static final CheckInfo STORED =
            rule(
                    "maintenance.no-store",
                    "The maintenance page may be kept",
                    Severity.LOW,
                    "A 503 has no Cache-Control: no-store.",
                    "Proxies that keep failures show the page for long after the service is back.",
                    "Send Cache-Control: no-store with every 503.",
                    "CWE-524",
                    "RFC 9111");

    static final CheckInfo UP =
            rule(
                    "maintenance.not-up",
                    "A route that must stay up is down",
                    Severity.HIGH,
                    "While the switch was on, a route of a class that stays up was not answered with"
                            + " 2xx.",
                    "Load balancers take every instance out, and nobody can throw the switch back.",
                    "Leave the health routes out of the switch.",
                    "RFC 9110");

    static final CheckInfo WEBHOOK =
            rule(
                    "maintenance.webhook-lost",
                    "Webhooks are lost during maintenance",
                    Severity.HIGH,
                    "While the switch was on, a webhook was answered with a status after which"
                            + " senders do not try again.",
                    "Payments and cancellations of that time never arrive.",
                    "Answer webhooks with 503 or 429 while the switch is on.",
                    "CWE-754",
                    "RFC 9110");

    private MaintenanceRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(DOWN, RETRY, STORED, UP, WEBHOOK);
    }
}
