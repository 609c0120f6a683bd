package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.target.TargetReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which service is probed, and how far. */
final class TargetOptions implements Syntax.Part {
    private @Nullable String name;
    private boolean destructive;
    private @Nullable Path record;

    @Override
    public void addTo(Syntax syntax) {
        syntax.option(
                        "--target=NAME",
                        "a service that the policy names under probes.targets",
                        String.class,
                        given -> name = given)
                .flag(
                        "--allow-destructive",
                        "change something, where the policy allows it, too",
                        () -> destructive = true)
                .option(
                        "--record=FILE",
                        "also write every exchange there, without its secrets",
                        Path.class,
                        given -> record = given);
    }

    /** Whether a target is named. */
    boolean named() {
        return name != null;
    }

    /** The command line's half of the permission to change something. */
    boolean destructive() {
        return destructive;
    }

    /** The file for the exchanges. */
    Optional<Path> record(Surroundings surroundings) {
        return Optional.ofNullable(record).map(surroundings.directory()::resolve);
    }

    /**
     * The target.
     *
     * @throws UserProblem when none is named, or the policy does not have it
     */
    Target target(Workspace workspace) {
        if (name == null) {
            Set<String> known = TargetReader.names(workspace.policy());
            throw new UserProblem(
                    "no target is named",
                    known.isEmpty()
                            ? "write one under probes.targets of the policy (docs/probes.md), and"
                                    + " name it with --target"
                            : "name one with --target: " + String.join(", ", known));
        }
        return TargetReader.read(workspace.policy(), workspace.project().directory(), name);
    }
}
