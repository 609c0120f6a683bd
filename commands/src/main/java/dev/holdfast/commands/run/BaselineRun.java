package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineText;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.resolve.Resolver;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs that end with another baseline on disk. */
public final class BaselineRun {
    private final Workspace workspace;
    private final CommonOptions options;
    private final Surroundings surroundings;
    private final Suppression suppression;

    /** A run in a workspace. */
    public BaselineRun(Workspace workspace, CommonOptions options, Surroundings surroundings) {
        this.workspace = workspace;
        this.options = options;
        this.surroundings = surroundings;
        this.suppression = new Suppression(workspace, surroundings);
    }

    /** The baseline as it is; one that cannot be followed says why. */
    public Baseline read() {
        return suppression.readBaseline();
    }

    /** The same, of a project that must have a baseline that can be followed. */
    private Baseline readValid() {
        Baseline baseline = read();
        if (baseline.broken().isPresent()) {
            throw new UserProblem(
                    baseline.file() + ":1:1: " + baseline.broken().get(),
                    "holdfast baseline create makes it again");
        }
        return baseline;
    }

    /**
     * Accepts what is found now and no waiver accepts, and judges with that. What an older baseline
     * holds plays no part: it would hide what it knows from the new one.
     */
    public int create(List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        Outputs outputs = Outputs.prepare(options, surroundings);
        Inspection inspection = new Inspection(workspace, options, surroundings);
        Findings findings = inspection.look(checks);
        String file = read().file();
        List<Result> found = suppression.resolve(findings, Baseline.none(file)).results();
        Baseline made =
                Baseline.of(
                        Overrides.withoutResolver(found),
                        workspace.policy().baseline(),
                        file,
                        workspace.key().id());
        write(made);
        List<String> all = new ArrayList<>(notes);
        all.add(
                "%s holds %d entries; never baselined: %s"
                        .formatted(file, made.entries().size(), never()));
        Report report =
                inspection.judge("baseline create", suppression.resolve(findings, made), all);
        return Inspection.finish(outputs, report);
    }

    /** Drops what is no longer found, follows renamed files, and judges with the rest. */
    public int prune(List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        Outputs outputs = Outputs.prepare(options, surroundings);
        Baseline before = readValid();
        Inspection inspection = new Inspection(workspace, options, surroundings);
        Findings findings = inspection.look(checks);
        Resolver.Resolved resolved = suppression.resolve(findings, before);
        Baseline after = resolved.pruned();
        List<String> all = new ArrayList<>(notes);
        all.add(
                "%s: %d of %d entries dropped"
                        .formatted(
                                before.file(), resolved.stale().size(), before.entries().size()));
        if (!after.equals(before)) {
            write(after);
        }
        Report report =
                inspection.judge("baseline prune", suppression.resolve(findings, after), all);
        return Inspection.finish(outputs, report);
    }

    private String never() {
        List<String> words =
                workspace.policy().baseline().neverFor().stream()
                        .sorted()
                        .map(severity -> severity.word())
                        .toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private void write(Baseline baseline) throws IOException {
        Path file = suppression.baselineFile();
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] text = BaselineText.write(baseline).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }
}
