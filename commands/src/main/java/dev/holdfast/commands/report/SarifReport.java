package dev.holdfast.commands.report;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0 (OASIS) inside the limits that GitHub's code scanning sets. Failing results are
 * results; unknown and broken ones are notifications of an execution that did not succeed, because
 * a reader of SARIF would otherwise take their absence for a pass. Waived and baselined results are
 * left out: GitHub does not honour {@code suppressions} and would show them as open.
 */
final class SarifReport implements ReportWriter {
    private static final int MOST_NOTIFICATIONS = 1_000;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonText.write(out, document(report, SarifSize.fit(report, SarifReport::document)));
    }

    private static Map<String, Object> document(Report report, SarifSize size) {
        List<Result> failing = failing(report);
        SarifRules rules = new SarifRules(failing, report.explanations());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(report, rules)));
        run.put("invocations", List.of(invocation(report, failing, size)));
        run.put("automationDetails", Map.of("id", id(report)));
        run.put("columnKind", "utf16CodeUnits");
        run.put(
                "originalUriBaseIds",
                Map.of(
                        SarifText.ROOT,
                        Map.of("description", SarifText.message("the root of the repository"))));
        run.put(
                "results",
                failing.stream()
                        .limit(size.results())
                        .map(each -> SarifResult.of(each, rules, report, size.locations())));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        document.put("version", "2.1.0");
        document.put("runs", List.of(run));
        return document;
    }

    static List<Result> failing(Report report) {
        return report.results().stream().filter(each -> each.outcome() == Outcome.FAIL).toList();
    }

    /**
     * GitHub takes what stands before the last slash as the category, and a later upload replaces
     * an earlier one of its category; so everything that makes another question is before it.
     */
    private static String id(Report report) {
        StringBuilder id = new StringBuilder("holdfast/");
        id.append(report.command().replace(' ', '-')).append('/');
        id.append(report.gate().environment()).append('/');
        String policy = report.policy().path();
        if (policy.contains("/") && !policy.startsWith("builtin:")) {
            id.append(policy, 0, policy.lastIndexOf('/') + 1);
        }
        return Visible.line(id.append(report.startedAt()).toString());
    }

    private static Map<String, Object> driver(Report report, SarifRules rules) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", report.tool().name());
        driver.put("semanticVersion", report.tool().version());
        driver.put("rules", rules.descriptors());
        return driver;
    }

    private static Map<String, Object> invocation(
            Report report, List<Result> failing, SarifSize size) {
        List<Result> open =
                report.results().stream()
                        .filter(each -> Words.NOT_DECIDED.contains(each.outcome()))
                        .toList();
        List<String> holes = Words.holes(report);
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", open.isEmpty() && holes.isEmpty());
        invocation.put("exitCode", report.verdict().kind().exitCode());
        invocation.put("startTimeUtc", report.startedAt().toString());
        invocation.put("endTimeUtc", report.finishedAt().toString());
        List<Object> notifications = new ArrayList<>();
        holes.forEach(hole -> notifications.add(notification(hole, "error")));
        for (Result result : open.stream().limit(MOST_NOTIFICATIONS).toList()) {
            notifications.add(notification(result));
        }
        if (open.size() > MOST_NOTIFICATIONS) {
            notifications.add(
                    notification(
                            (open.size() - MOST_NOTIFICATIONS)
                                    + " more results were not decided; the JSON report has all",
                            "warning"));
        }
        if (failing.size() > size.results()) {
            notifications.add(
                    notification(
                            (failing.size() - size.results())
                                    + " findings more than GitHub keeps are not in this file; the"
                                    + " JSON report has all",
                            "warning"));
        }
        invocation.put("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static Map<String, Object> notification(Result result) {
        Map<String, Object> notification =
                notification(
                        result.check() + ": " + result.message(),
                        result.outcome() == Outcome.ERROR ? "error" : "warning");
        notification.put("associatedRule", Map.of("id", result.check().value()));
        result.location()
                .ifPresent(place ->
                        notification.put("locations", List.of(SarifResult.location(place))));
        return notification;
    }

    private static Map<String, Object> notification(String message, String level) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level);
        notification.put("message", SarifText.message(message));
        return notification;
    }
}
