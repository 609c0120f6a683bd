package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.resolve.Resolver;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.run.Runner;
import dev.holdfast.secrets.scan.ScanChecks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run, from checks to a finished report: runs them, applies the policy's overrides, lets
 * waivers and baseline speak, judges.
 */
public final class Inspection {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Workspace workspace;
    private final CommonOptions options;
    private final Surroundings surroundings;
    private final Instant startedAt;

    /** A run that starts now. */
    public Inspection(Workspace workspace, CommonOptions options, Surroundings surroundings) {
        this.workspace = workspace;
        this.options = options;
        this.surroundings = surroundings;
        this.startedAt = surroundings.clock().instant();
    }

    /** Runs the checks; the policy's overrides are applied, waivers and baseline are not. */
    public Findings look(List<Check> checks) throws InterruptedException {
        Progress progress = options.quiet() ? Progress.NONE : surroundings.terminal().progress();
        Context context =
                new Context(
                        workspace.project(),
                        workspace.key(),
                        surroundings.clock(),
                        options.threads(surroundings.processors()),
                        progress);
        Findings findings = new Runner(LIMIT).run(checks, context);
        // Only of files as they are now can the work tree tell what of them is committed.
        boolean files =
                checks.stream().anyMatch(each -> each.name().equals(ScanChecks.TREE.id().value()));
        List<Result> told =
                BlastRadius.tell(
                        OneValue.of(findings.results()),
                        () ->
                                files
                                        ? Committed.of(
                                                workspace.project(),
                                                context.threads(),
                                                surroundings)
                                        : Committed.nothing(workspace.project()));
        return findings.with(Overrides.apply(told, workspace.policy()));
    }

    /** Lets waivers and the baseline of the project speak, and judges. */
    public Report judge(String command, Findings findings, List<String> notes) throws IOException {
        Suppression suppression = new Suppression(workspace, surroundings);
        Resolver.Resolved resolved = suppression.resolve(findings, suppression.readBaseline());
        List<String> all = new ArrayList<>(notes);
        all.addAll(suppression.notes());
        return judge(command, resolved, all, findings.exhibits());
    }

    /** Judges what was resolved. */
    Report judge(
            String command,
            Resolver.Resolved resolved,
            List<String> notes,
            List<Exhibit> exhibits) {
        return report(
                command,
                Overrides.ofResolver(resolved.results(), workspace.policy()),
                notes,
                exhibits);
    }

    private Report report(
            String command, List<Result> results, List<String> notes, List<Exhibit> exhibits) {
        List<String> all = new ArrayList<>(workspace.policy().notes());
        all.addAll(workspace.notes());
        all.addAll(workspace.policy().lessThanUsual());
        if (workspace.gate().block().isEmpty()) {
            all.add("the gate " + workspace.gate().environment() + " blocks no severity at all");
        }
        all.addAll(notes);
        return new Report(
                surroundings.tool(),
                command,
                workspace.policy().reference(),
                startedAt,
                surroundings.clock().instant(),
                results,
                all,
                exhibits,
                explanations(results),
                workspace.gate(),
                Verdict.of(results, workspace.gate()));
    }

    private Map<CheckId, CheckInfo> explanations(List<Result> results) {
        Map<CheckId, CheckInfo> needed = new LinkedHashMap<>();
        if (!results.isEmpty()) {
            Catalogue catalogue = Capabilities.ofRuns();
            for (Result result : results) {
                if (catalogue.find(result.check()).isEmpty()) {
                    catalogue = Capabilities.catalogue(workspace.rules());
                    break;
                }
            }
            for (Result result : results) {
                catalogue.find(result.check()).ifPresent(info -> needed.put(info.id(), info));
            }
        }
        return needed;
    }

    /** Runs the checks, judges, writes every report, and says the exit code. */
    public int run(String command, List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        return inspect(command, checks, notes).verdict().kind().exitCode();
    }

    /**
     * Runs checks that are known to have nothing to look at, which is in order for this command,
     * and says why.
     */
    public int nothingToDo(String command, List<Check> checks, String why)
            throws IOException, InterruptedException {
        Outputs outputs = Outputs.prepare(options, surroundings);
        Report report =
                judge(command, look(checks), List.of())
                        .judged(new Verdict(Verdict.Kind.CLEAR, List.of(why)));
        return finish(outputs, report);
    }

    /** Runs the checks, judges, and writes every report. */
    public Report inspect(String command, List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        Outputs outputs = Outputs.prepare(options, surroundings);
        Report report = judge(command, look(checks), notes);
        outputs.write(report);
        return report;
    }

    /** Writes every report and says the exit code. */
    static int finish(Outputs outputs, Report report) throws IOException {
        outputs.write(report);
        return report.verdict().kind().exitCode();
    }
}
