package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Result;
import dev.holdfast.probes.Probes;
import dev.holdfast.probes.difference.ComparedRun;
import dev.holdfast.probes.difference.DifferenceRules;
import dev.holdfast.probes.difference.Judged;
import dev.holdfast.probes.difference.ReportReader;
import dev.holdfast.probes.difference.RunDifference;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.recorded.RecordedJudge;
import dev.holdfast.probes.recorded.RecordingReader;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code holdfast probe diff}. */
public final class ProbeDiff implements Leaf {
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private List<Path> both = List.of();
    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says what got worse between two runs of probes.")
                .footer(
                        """
                        OLD and NEW are JSON reports of probes (--report json=FILE), or recordings
                        (--record FILE), whose header fields are judged.

                        Example:
                          holdfast probe diff before.json after.json
                        Exit codes: 0 nothing got worse, 1 something did, 2 usage or policy
                        invalid, or OLD and NEW are not of the same probe and target, 3 could not
                        decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .words(
                        "2",
                        "OLD NEW",
                        "what is compared with what",
                        Path.class,
                        given -> both = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings).reporting(DifferenceRules.all());
        Check check =
                new RecordedCheck(
                        "probe.diff",
                        DifferenceRules.all(),
                        () ->
                                RunDifference.of(
                                        read(both.getFirst(), surroundings),
                                        read(both.getLast(), surroundings)));
        return new Inspection(workspace, options, surroundings)
                .run("probe diff", List.of(check), List.of());
    }

    private static ComparedRun read(Path named, Surroundings surroundings) throws IOException {
        Path file = surroundings.directory().resolve(named);
        if (!Files.isRegularFile(file)) {
            throw new UserProblem("there is no file " + named, "name two files");
        }
        String text = text(file, named);
        return ReportReader.isReport(text)
                ? ReportReader.read(text, named.toString())
                : new ComparedRun(
                        named.toString(),
                        "a recording",
                        Set.of(),
                        recording(text, named.toString(), surroundings));
    }

    private static String text(Path file, Path named) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UserProblem(
                    named + " is larger than " + MOST_BYTES / 1024 / 1024 + " MiB",
                    "compare reports or recordings of single runs");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException broken) {
            throw new UserProblem(
                    named + " is no UTF-8", "name JSON reports or recordings of probes");
        }
    }

    private static List<Judged> recording(String text, String file, Surroundings surroundings)
            throws IOException {
        RecordedJudge judge = Probes.recorded(Optional.empty(), surroundings.clock());
        List<Judged> all = new ArrayList<>();
        RecordingReader.read(
                new BufferedReader(new StringReader(text)),
                file,
                recorded -> {
                    for (Finding each : judge.judge(recorded)) {
                        // Not by the id: the same question may have another number in each run.
                        Result result =
                                new Observation(
                                                each,
                                                recorded.method(),
                                                recorded.url(),
                                                recorded.url(),
                                                RecordedJudge.routeClass(recorded))
                                        .result(Evidence.SNAPSHOT, clean -> clean);
                        all.add(
                                new Judged(
                                        result.check().value(),
                                        result.outcome(),
                                        result.severity(),
                                        result.fingerprint() + asked(recorded.request()),
                                        String.valueOf(result.subject()),
                                        result.message()));
                    }
                });
        return all;
    }

    /** What tells two questions at one address apart: the origin, and whether a user asked. */
    private static String asked(Optional<Fields> request) {
        return request.map(fields ->
                        " "
                                + fields.first("Origin").orElse("")
                                + (fields.has("Authorization") || fields.has("Cookie")
                                        ? " by a user"
                                        : ""))
                .orElse("");
    }
}
