package dev.holdfast.probes.maintenance;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.RetryAfter;
import dev.holdfast.probes.answer.Storing;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import java.time.Instant;
import java.util.List;

/** What a 503 must say. */
final class Unavailable {
    private Unavailable() {}

    static List<Finding> judge(CheckInfo rule, Response response, Instant now) {
        return List.of(Finding.pass(rule, "answered 503"), retry(response, now), stored(response));
    }

    private static Finding retry(Response response, Instant now) {
        List<String> values = response.fields().all("Retry-After");
        if (values.isEmpty()) {
            return Finding.fail(MaintenanceRuleSet.RETRY, "the 503 has no Retry-After");
        }
        return RetryAfter.read(values, now)
                .map(wait ->
                        wait.isPositive()
                                ? Finding.pass(
                                        MaintenanceRuleSet.RETRY,
                                        "the 503 says Retry-After in " + wait.toSeconds() + " s")
                                : Finding.fail(
                                        MaintenanceRuleSet.RETRY,
                                        "Retry-After of the 503 is 0 or past: clients ask again at"
                                                + " once"))
                .orElseGet(() ->
                        Finding.fail(
                                MaintenanceRuleSet.RETRY,
                                "Retry-After of the 503 is neither whole seconds nor an"
                                        + " HTTP-date"));
    }

    private static Finding stored(Response response) {
        return Storing.forbidden(response)
                ? Finding.pass(MaintenanceRuleSet.STORED, "the 503 says no-store")
                : Finding.fail(MaintenanceRuleSet.STORED, "the 503 has no Cache-Control: no-store");
    }
}
