package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Result;
import dev.holdfast.probes.Probes;
import dev.holdfast.probes.recorded.RecordedExchange;
import dev.holdfast.probes.recorded.RecordedJudge;
import dev.holdfast.probes.recorded.RecordingReader;
import dev.holdfast.probes.recorded.RecordingWriter;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast probe headers}. */
public final class ProbeHeaders implements Leaf {
    private final TargetOptions target = new TargetOptions();
    private @Nullable Path file;
    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Looks at the header fields of every kind of answer.")
                .footer(
                        """
                        Examples:
                          holdfast probe headers --target staging
                          holdfast probe headers --from-file answers.jsonl --format jsonl
                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .with(target)
                .option(
                        "--from-file=FILE",
                        "judge recorded answers, JSON lines, without any network",
                        Path.class,
                        given -> file = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        if (file == null) {
            return new Probing(target, options, surroundings)
                    .run("probe headers", Probes.named("headers"));
        }
        Workspace workspace = Workspace.open(List.of(), options, surroundings);
        Optional<Target> meant =
                target.named() ? Optional.of(target.target(workspace)) : Optional.empty();
        boolean byLine = options.format() == ReportFormat.JSONL;
        RecordedJudge judge = Probes.recorded(meant, surroundings.clock());
        List<CheckInfo> rules = Probes.rulesOfRecordings();
        return new Recording(file, options, surroundings)
                .run(
                        "probe headers",
                        workspace,
                        rules,
                        (in, shown, lines) -> judge(judge, in, shown, byLine ? lines : null));
    }

    private static List<Result> judge(
            RecordedJudge judge, BufferedReader in, String shown, @Nullable Writer lines)
            throws IOException {
        List<Result> results = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        RecordingReader.read(
                in,
                shown,
                recorded -> {
                    List<Finding> findings = judge.judge(recorded);
                    if (lines != null) {
                        answers.add(RecordingWriter.line(recorded.id(), findings));
                    }
                    findings.stream()
                            .filter(each -> lines == null || decides(each, results))
                            .forEach(each -> results.add(result(recorded, each)));
                });
        for (String answer : answers) {
            Objects.requireNonNull(lines).append(answer).append('\n');
        }
        return results;
    }

    /** Whether the exit code depends on it: on what is not good, else that somebody looked. */
    private static boolean decides(Finding finding, List<Result> before) {
        return switch (finding.outcome()) {
            case PASS -> before.isEmpty();
            case NOT_APPLICABLE -> false;
            case FAIL, UNKNOWN, ERROR, WAIVED, BASELINED -> true;
        };
    }

    private static Result result(RecordedExchange recorded, Finding finding) {
        return new Observation(
                        finding,
                        recorded.method(),
                        recorded.url() + " [" + recorded.id() + "]",
                        recorded.id(),
                        RecordedJudge.routeClass(recorded))
                .result(Evidence.SNAPSHOT, text -> text);
    }
}
