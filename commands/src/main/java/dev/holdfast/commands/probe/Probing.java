package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.ProbeCheck;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.open.OpenSession;
import dev.holdfast.probes.wire.open.Wires;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One run of probes against one target, from the policy to the report. */
final class Probing {
    private final TargetOptions targets;
    private final CommonOptions options;
    private final Surroundings surroundings;

    Probing(TargetOptions targets, CommonOptions options, Surroundings surroundings) {
        this.targets = targets;
        this.options = options;
        this.surroundings = surroundings;
    }

    /** Runs the probes, one after the other, and says the exit code. */
    int run(String command, List<Probe> probes) throws IOException, InterruptedException {
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings)
                        .reporting(probes.stream().flatMap(each -> each.rules().stream()).toList());
        Target target = targets.target(workspace);
        try (Recorder recorder = Recorder.to(targets.record(surroundings), target.routes());
                OpenSession open =
                        Wires.open(
                                target,
                                targets.destructive(),
                                surroundings.environment(),
                                surroundings.clock(),
                                surroundings.random(),
                                recorder::take,
                                surroundings.tool().version())) {
            List<Check> checks = new ArrayList<>();
            for (Probe probe : probes) {
                checks.add(new ProbeCheck(probe, open.session(), open.redaction()::text));
            }
            return new Inspection(workspace, options, surroundings)
                    .run(command, checks, notes(target, open));
        }
    }

    private static List<String> notes(Target target, OpenSession open) {
        List<String> notes = new ArrayList<>();
        if (target.production()) {
            notes.add(
                    "the environment '"
                            + target.environment()
                            + "' counts as production: "
                            + (open.session().passive()
                                    ? "it was only looked at"
                                    : "the policy and --allow-destructive let more be tried"));
        }
        if (target.owner().isEmpty()) {
            notes.add("nobody is named as the owner of the target '" + target.name() + "'");
        }
        return notes;
    }
}
