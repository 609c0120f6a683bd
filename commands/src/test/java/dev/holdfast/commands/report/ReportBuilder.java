package dev.holdfast.commands.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.report.PolicyReference;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.report.Tool;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds one report; the verdict is the one that the real gate gives. */
public final class ReportBuilder {
    static final Instant START = Instant.parse("2026-11-22T09:59:58.750Z");
    static final Instant END = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Result> results = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final Map<CheckId, CheckInfo> explanations = new HashMap<>();
    private final Set<CheckId> required = new HashSet<>();
    private String command = "check";
    private String environment = "default";
    private String policy = "holdfast.yaml";
    private UnknownRule unknown = UnknownRule.BLOCK;
    private Instant start = START;
    private Instant end = END;
    private boolean explained = true;

    public static Report of(Result... results) {
        return new ReportBuilder().with(results).build();
    }

    public ReportBuilder with(Result... more) {
        return with(List.of(more));
    }

    public ReportBuilder with(List<Result> more) {
        results.addAll(more);
        return this;
    }

    public ReportBuilder note(String note) {
        notes.add(note);
        return this;
    }

    public ReportBuilder show(Exhibit exhibit) {
        exhibits.add(exhibit);
        return this;
    }

    public ReportBuilder command(String value) {
        command = value;
        return this;
    }

    public ReportBuilder environment(String value) {
        environment = value;
        return this;
    }

    public ReportBuilder policy(String path) {
        policy = path;
        return this;
    }

    public ReportBuilder unknown(UnknownRule rule) {
        unknown = rule;
        return this;
    }

    public ReportBuilder requires(String check) {
        required.add(new CheckId(check));
        return this;
    }

    public ReportBuilder between(Instant first, Instant last) {
        start = first;
        end = last;
        return this;
    }

    public ReportBuilder explain(CheckInfo info) {
        explanations.put(info.id(), info);
        return this;
    }

    public ReportBuilder unexplained() {
        explained = false;
        return this;
    }

    /** An explanation with the given references. */
    public static CheckInfo info(String id, String title, Reference... references) {
        return new CheckInfo(
                new CheckId(id),
                title,
                Severity.HIGH,
                "What stands in the output is read by everybody who asks for it.",
                "Whoever has it can do what the application can do.",
                "Revoke it, make a new one, keep that on the server.",
                List.of(references));
    }

    public Report build() {
        if (explained) {
            for (Result result : results) {
                explanations.putIfAbsent(
                        result.check(),
                        info(
                                result.check().value(),
                                "about " + result.check(),
                                new Reference(
                                        "CWE-540",
                                        "https://cwe.mitre.org/data/definitions/540.html"),
                                new Reference("ASVS v5.0.0-13.3.1", "")));
            }
        }
        GateRules gate =
                new GateRules(
                        environment, Set.of(Severity.CRITICAL, Severity.HIGH), unknown, required);
        return new Report(
                new Tool("holdfast", "0.1.0"),
                command,
                new PolicyReference(policy, "0123456789abcdef".repeat(4)),
                start,
                end,
                results,
                notes,
                exhibits,
                explanations,
                gate,
                Verdict.of(results, gate));
    }
}
