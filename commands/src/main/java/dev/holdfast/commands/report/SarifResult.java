package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One failing result as SARIF. */
final class SarifResult {

    private SarifResult() {}

    static Map<String, Object> of(
            Result result, SarifRules rules, Report report, int mostLocations) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleId", result.check().value());
        json.put("ruleIndex", rules.indexOf(result.check()));
        json.put("kind", "fail");
        json.put("level", level(result.severity()));
        json.put("message", SarifText.message(message(result)));
        List<Spot> spots = result.spots().stream().limit(mostLocations).toList();
        json.put("locations", locations(spots, report, mostLocations));
        List<Object> origins = origins(spots);
        if (!origins.isEmpty()) {
            json.put("relatedLocations", origins);
        }
        // GitHub reads only primaryLocationLineHash; other readers know fingerprints.
        json.put("fingerprints", Map.of("holdfast/v1", result.fingerprint()));
        json.put(
                "partialFingerprints",
                Map.of("primaryLocationLineHash", result.fingerprint() + ":1"));
        return json;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String message(Result result) {
        int places = result.spots().size();
        return SarifText.sentences(
                MarkdownText.clip(result.message(), SarifText.LONGEST / 2),
                result.subject() == null ? "" : "It is about " + result.subject(),
                places > 1 ? "It stands in " + places + " places" : "",
                result.remediation());
    }

    /**
     * GitHub shows a result only at its first place, and only when that file is in the repository.
     * Built output seldom is, so the original source comes first when a map names it: it is also
     * where the finding is mended. A result without a file hangs on the policy.
     */
    private static List<Object> locations(List<Spot> spots, Report report, int mostLocations) {
        if (spots.isEmpty()) {
            String policy = report.policy().path();
            String file = policy.startsWith("builtin:") ? "holdfast.yaml" : policy;
            return List.of(location(Location.ofFile(file)));
        }
        List<Object> locations = new ArrayList<>();
        Origin first = spots.getFirst().location().origin();
        if (first != null) {
            locations.add(origin(first));
        }
        spots.stream()
                .limit(mostLocations - locations.size())
                .forEach(spot -> locations.add(location(spot.location())));
        return locations;
    }

    private static List<Object> origins(List<Spot> spots) {
        List<Object> origins = new ArrayList<>();
        for (Spot spot : spots) {
            Origin origin = spot.location().origin();
            if (origin != null) {
                origins.add(origin(origin, origins.size()));
            }
        }
        return origins;
    }

    private static Map<String, Object> origin(Origin origin, int id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.putAll(origin(origin));
        json.put("message", SarifText.message("in the original source"));
        return json;
    }

    /** A map names where something starts; GitHub wants an end too, so it is one character long. */
    private static Map<String, Object> origin(Origin origin) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", origin.line());
        region.put("startColumn", origin.column());
        region.put("endLine", origin.line());
        region.put("endColumn", origin.column() + 1);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("physicalLocation", physical(origin.path(), region));
        return json;
    }

    static Map<String, Object> location(Location location) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", location.line());
        region.put("startColumn", location.column());
        region.put("endLine", location.endLine());
        region.put("endColumn", location.endColumn());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("physicalLocation", physical(location.path(), region));
        return json;
    }

    private static Map<String, Object> physical(String path, Map<String, Object> region) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", UriPath.of(path));
        artifact.put("uriBaseId", SarifText.ROOT);
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put("region", region);
        return physical;
    }
}
