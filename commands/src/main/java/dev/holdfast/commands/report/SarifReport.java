package dev.holdfast.commands.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * SARIF 2.1.0 (OASIS) inside the limits that GitHub's code scanning sets. Failing results are
 * results; unknown and broken ones are notifications of an execution that did not succeed, because
 * a reader of SARIF would otherwise take their absence for a pass. Waived and baselined results are
 * left out: GitHub does not honour {@code suppressions} and would show them as open.
 */
final class SarifReport implements ReportWriter {
    private static final int MOST_RESULTS = 5_000;
    private static final int MOST_LOCATIONS = 100;
    private static final int MOST_NOTIFICATIONS = 1_000;
    private static final int LONGEST_DESCRIPTION = 1_024;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        out.write(JsonText.of(document(report)).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> document(Report report) {
        List<Result> failing = with(report, Outcome.FAIL);
        List<CheckId> rules =
                new ArrayList<>(new TreeSet<>(failing.stream().map(Result::check).toList()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(report, rules)));
        run.put("invocations", List.of(invocation(report)));
        run.put(
                "automationDetails",
                Map.of(
                        "id",
                        "holdfast/"
                                + report.command().replace(' ', '-')
                                + "/"
                                + report.gate().environment()));
        run.put("columnKind", "utf16CodeUnits");
        run.put(
                "originalUriBaseIds",
                Map.of("SRCROOT", Map.of("description", text("the root of the repository"))));
        run.put(
                "results",
                failing.stream().limit(MOST_RESULTS).map(each -> result(each, rules)).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        document.put("version", "2.1.0");
        document.put("runs", List.of(run));
        return document;
    }

    private static List<Result> with(Report report, Outcome... outcomes) {
        List<Outcome> wanted = List.of(outcomes);
        return report.results().stream().filter(each -> wanted.contains(each.outcome())).toList();
    }

    private static Map<String, Object> driver(Report report, List<CheckId> ids) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", report.tool().name());
        driver.put("semanticVersion", report.tool().version());
        driver.put("rules", ids.stream().map(id -> rule(id, report)).toList());
        return driver;
    }

    private static Map<String, Object> rule(CheckId id, Report report) {
        CheckInfo info = report.explanations().get(id);
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id.value());
        rule.put("name", id.value());
        String title = info == null ? id.value() : info.title();
        rule.put("shortDescription", text(title));
        rule.put("fullDescription", text(info == null ? title : info.meaning()));
        rule.put(
                "help",
                text(
                        info == null
                                ? title
                                : info.meaning() + "\n\n" + info.why() + "\n\n" + info.fix()));
        List<String> tags = new ArrayList<>(List.of("security"));
        if (info != null) {
            info.references().stream().limit(19).forEach(each -> tags.add(each.name()));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", tags);
        properties.put("precision", "high");
        properties.put("security-severity", score(report, id));
        rule.put("properties", properties);
        return rule;
    }

    /** The worst severity that the rule's results have, as GitHub's number. */
    private static String score(Report report, CheckId id) {
        return switch (report.results().stream()
                .filter(each -> each.check().equals(id) && each.outcome() == Outcome.FAIL)
                .map(Result::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow()) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }

    private static Map<String, Object> invocation(Report report) {
        List<Result> open = with(report, Outcome.ERROR, Outcome.UNKNOWN);
        boolean looked = report.results().stream().anyMatch(Result::looked);
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", open.isEmpty() && looked);
        invocation.put("exitCode", report.verdict().kind().exitCode());
        invocation.put("startTimeUtc", report.startedAt().toString());
        invocation.put("endTimeUtc", report.finishedAt().toString());
        List<Object> notifications = new ArrayList<>();
        if (!looked) {
            notifications.add(notification("nothing was looked at", "error", List.of()));
        }
        for (Result result : open.stream().limit(MOST_NOTIFICATIONS).toList()) {
            notifications.add(
                    notification(
                            result.check() + ": " + result.message(),
                            result.outcome() == Outcome.ERROR ? "error" : "warning",
                            result.spots()));
        }
        int cut = with(report, Outcome.FAIL).size() - MOST_RESULTS;
        if (cut > 0) {
            notifications.add(
                    notification(
                            cut
                                    + " findings more than GitHub keeps are not in this file; the JSON "
                                    + "report has all",
                            "warning",
                            List.of()));
        }
        invocation.put("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static Map<String, Object> notification(
            String message, String level, List<Spot> spots) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level);
        notification.put("message", text(message));
        if (!spots.isEmpty()) {
            notification.put("locations", List.of(location(spots.getFirst().location())));
        }
        return notification;
    }

    private static Map<String, Object> result(Result result, List<CheckId> rules) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleId", result.check().value());
        json.put("ruleIndex", rules.indexOf(result.check()));
        json.put("kind", "fail");
        json.put(
                "level",
                switch (result.severity()) {
                    case CRITICAL, HIGH -> "error";
                    case MEDIUM -> "warning";
                    case LOW, INFO -> "note";
                });
        json.put("message", text(result.message() + ". " + result.remediation()));
        List<Spot> spots = result.spots();
        // GitHub shows a result only at a place; one without is hung on the root's policy.
        json.put(
                "locations",
                spots.isEmpty()
                        ? List.of(location(Location.ofFile("holdfast.yaml")))
                        : spots.stream()
                                .limit(MOST_LOCATIONS)
                                .map(each -> location(each.location()))
                                .toList());
        List<Object> origins = new ArrayList<>();
        for (Spot spot : spots.stream().limit(MOST_LOCATIONS).toList()) {
            Origin origin = spot.location().origin();
            if (origin != null) {
                origins.add(related(origin, origins.size()));
            }
        }
        if (!origins.isEmpty()) {
            json.put("relatedLocations", origins);
        }
        json.put(
                "partialFingerprints",
                Map.of("primaryLocationLineHash", result.fingerprint() + ":1"));
        return json;
    }

    private static Map<String, Object> related(Origin origin, int id) {
        Map<String, Object> json =
                location(
                        new Location(
                                origin.path(),
                                origin.line(),
                                origin.column(),
                                origin.line(),
                                origin.column() + 1,
                                null));
        json.put("id", id);
        json.put("message", text("in the original source"));
        return json;
    }

    private static Map<String, Object> location(Location location) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", location.line());
        region.put("startColumn", location.column());
        region.put("endLine", location.endLine());
        region.put("endColumn", location.endColumn());
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", UriPath.of(location.path()));
        artifact.put("uriBaseId", "SRCROOT");
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put("region", region);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("physicalLocation", physical);
        return json;
    }

    private static Map<String, Object> text(String text) {
        String shown = Visible.line(text.replace("\n\n", " ")).strip();
        int cut =
                shown.offsetByCodePoints(
                        0, Math.min(shown.codePointCount(0, shown.length()), LONGEST_DESCRIPTION));
        return Map.of("text", shown.substring(0, cut));
    }
}
