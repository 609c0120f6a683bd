package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.probes.Probes;
import dev.holdfast.probes.browser.BrowserAudit;
import dev.holdfast.probes.browser.BrowserProbe;
import dev.holdfast.probes.csp.Csp;
import dev.holdfast.probes.csp.CspFile;
import dev.holdfast.probes.csp.JudgedPolicies;
import dev.holdfast.probes.report.Readiness;
import dev.holdfast.probes.report.ReadinessRules;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast probe csp}. */
public final class ProbeCsp implements Leaf {
    private final TargetOptions target = new TargetOptions();
    private @Nullable Path file;
    private boolean browser;
    private @Nullable Path chromium;
    private @Nullable Path reports;
    private int hours = Readiness.USUAL_HOURS;
    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says what Content Security Policies let an attacker run.")
                .footer(
                        """
                        Examples:
                          holdfast probe csp --target staging
                          holdfast probe csp --target staging --browser
                          holdfast probe csp --from-file policies.jsonl --format jsonl
                          holdfast probe csp --readiness reports.jsonl --hours 72
                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .with(target)
                .option(
                        "--from-file=FILE",
                        "judge recorded policies, JSON lines, without any network",
                        Path.class,
                        given -> file = given)
                .flag(
                        "--browser",
                        "load the pages in Chromium, too, and suggest a policy",
                        () -> browser = true)
                .option(
                        "--chromium=PATH",
                        "the browser's program (default: on PATH)",
                        Path.class,
                        given -> chromium = given)
                .option(
                        "--readiness=PATH",
                        "judge by collected reports whether to enforce a policy",
                        Path.class,
                        given -> reports = given)
                .option(
                        "--hours=N",
                        "how long the reports must have been collected (default: 72)",
                        Integer.class,
                        given -> hours = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        if (reports != null) {
            return readiness(reports, surroundings);
        }
        if (file == null) {
            List<Probe> probes = new ArrayList<>(Probes.named("csp"));
            if (browser) {
                probes.add(new BrowserProbe(program(surroundings)));
            }
            return new Probing(target, options, surroundings).run("probe csp", probes);
        }
        return new Recording(file, options, surroundings)
                .run(
                        "probe csp",
                        Workspace.open(List.of(), options, surroundings),
                        Csp.rules(),
                        this::judge);
    }

    private Optional<Path> program(Surroundings surroundings) {
        return chromium == null
                ? BrowserAudit.find(surroundings.environment().getOrDefault("PATH", ""))
                : Optional.of(surroundings.directory().resolve(chromium));
    }

    private int readiness(Path named, Surroundings surroundings)
            throws IOException, InterruptedException {
        if (hours < 1) {
            throw new UserProblem("--hours: " + hours + " is no window", "give 1 or more");
        }
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings).reporting(ReadinessRules.all());
        Check check =
                new RecordedCheck(
                        "probe.csp-readiness",
                        ReadinessRules.all(),
                        () ->
                                Readiness.judge(
                                                surroundings.directory().resolve(named),
                                                hours,
                                                surroundings.clock())
                                        .stream()
                                        .map(each -> result(each, named))
                                        .toList());
        return new Inspection(workspace, options, surroundings)
                .run("probe csp", List.of(check), List.of());
    }

    private static Result result(Finding finding, Path named) {
        return new Observation(
                        finding, "REPORTS", named.toString(), named.toString(), RouteClass.REPORT)
                .result(Evidence.SNAPSHOT, text -> text);
    }

    private List<Result> judge(BufferedReader in, String shown, Writer lines) throws IOException {
        boolean byLine = options.format() == ReportFormat.JSONL;
        List<Result> results = new ArrayList<>();
        new CspFile(shown)
                .read(
                        in,
                        judged -> {
                            if (byLine) {
                                CspFile.write(judged, lines);
                            }
                            results.addAll(byLine ? deciding(judged) : CspFile.results(judged));
                        });
        return results;
    }

    /** What the exit code depends on: what is not good, else that somebody looked. */
    private static List<Result> deciding(JudgedPolicies judged) {
        List<Finding> all = judged.findings();
        List<Finding> open =
                all.stream()
                        .filter(each ->
                                each.outcome() != Outcome.PASS
                                        && each.outcome() != Outcome.NOT_APPLICABLE)
                        .toList();
        return CspFile.results(
                judged.with(open.isEmpty() ? all.subList(0, Math.min(1, all.size())) : open));
    }
}
