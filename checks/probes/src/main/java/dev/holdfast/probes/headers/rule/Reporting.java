package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.StructuredField;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.StringItem;

/** Where browsers send reports: Reporting-Endpoints, the older Report-To, and NEL. */
public final class Reporting implements HeaderRule {
    private static final String ENDPOINTS = "Reporting-Endpoints";
    private static final String OLD = "Report-To";

    private static final CheckInfo WHERE =
            Rules.rule(
                    "headers.reporting-endpoints",
                    "Reports go nowhere",
                    Severity.LOW,
                    "Reporting-Endpoints is void, or names an address that is not https.",
                    "Nobody is told when the policies stop an attack, or stop the own site.",
                    "Send Reporting-Endpoints: name=\"https://…\", with quotes around each"
                            + " address.",
                    "ASVS v5.0.0-3.4.7");
    private static final CheckInfo DEPRECATED =
            Rules.rule(
                    "headers.report-to",
                    "Report-To is the old form",
                    Severity.INFO,
                    "The answer names where reports go by Report-To alone.",
                    "Browsers that know only Reporting-Endpoints send no report.",
                    "Send Reporting-Endpoints beside it or instead.",
                    "ASVS v5.0.0-3.4.7");
    private static final CheckInfo NETWORK =
            Rules.rule(
                    "headers.nel",
                    "Network error logging does nothing",
                    Severity.INFO,
                    "The NEL header is no JSON object with report_to and max_age.",
                    "Nobody learns that users cannot reach the site.",
                    "Send NEL: {\"report_to\":\"name\",\"max_age\":86400} with a Report-To of that"
                            + " name, or leave it out.",
                    "ASVS v5.0.0-3.4.7");

    @Override
    public List<CheckInfo> rules() {
        return List.of(WHERE, DEPRECATED, NETWORK);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        return List.of(endpoints(answer, demands), old(answer), nel(answer));
    }

    private static Finding endpoints(Answer answer, Demands demands) {
        List<String> lines = answer.lines(ENDPOINTS);
        if (lines.isEmpty()) {
            return Said.missing(WHERE, ENDPOINTS, answer, demands);
        }
        Optional<Map<String, ListElement<?>>> members = StructuredField.dictionary(lines);
        if (members.isEmpty() || members.get().isEmpty()) {
            return Finding.fail(
                    WHERE,
                    Said.ignored(ENDPOINTS, lines) + ": it is no dictionary of quoted addresses");
        }
        for (Map.Entry<String, ListElement<?>> member : members.get().entrySet()) {
            String name = Said.quoted(member.getKey());
            if (!(member.getValue() instanceof StringItem address)) {
                return Finding.fail(WHERE, "the address of " + name + " has no quotes");
            }
            String url = address.get().toLowerCase(Locale.ROOT);
            if (url.contains(":") && !url.startsWith("https:") && !url.startsWith("/")) {
                return Finding.fail(WHERE, "the address of " + name + " is not https");
            }
        }
        return Finding.pass(WHERE, ENDPOINTS + " names " + members.get().size());
    }

    private static Finding old(Answer answer) {
        if (!answer.fields().has(OLD)) {
            return Finding.notApplicable(DEPRECATED, OLD + " is not sent");
        }
        // Chromium's network error logging knows no other way.
        return answer.fields().has(ENDPOINTS) || answer.fields().has("NEL")
                ? Finding.pass(DEPRECATED, OLD + " is sent for what still needs it")
                : Finding.fail(DEPRECATED, OLD + " is sent and no " + ENDPOINTS);
    }

    private static Finding nel(Answer answer) {
        return answer.fields()
                .first("NEL")
                .map(value ->
                        JsonReader.object(value)
                                        .filter(json -> json.get("report_to") instanceof String)
                                        .filter(json -> json.get("max_age") instanceof Number)
                                        .isPresent()
                                ? Finding.pass(NETWORK, "NEL is sent")
                                : Finding.fail(
                                        NETWORK,
                                        "NEL " + Said.quoted(value) + " is ignored by browsers"))
                .orElseGet(() -> Finding.notApplicable(NETWORK, "NEL is not sent"));
    }
}
