package dev.holdfast.commands.baseline;

import dev.holdfast.commands.check.CheckSelection;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.BaselineRun;
import dev.holdfast.commands.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code holdfast baseline create [DIR]}. */
public final class BaselineCreate implements Leaf {

    private @Nullable Path directory;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Accepts today's findings, so that only new ones block.")
                .footer(
                        """
                        Runs what holdfast check runs and writes what fails and is not waived into
                        .holdfast/baseline.json. Critical findings are never taken in by default.

                        Example:
                          holdfast baseline create

                        Exit codes: as holdfast check, judged with the new baseline.
                        """)
                .project(given -> directory = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        List<Path> named =
                directory == null
                        ? List.of()
                        : List.of(surroundings.directory().resolve(directory));
        Workspace workspace = Workspace.open(named, options, surroundings);
        CheckSelection selection = CheckSelection.of(workspace, surroundings);
        return new BaselineRun(workspace, options, surroundings)
                .create(selection.checks(), selection.notes());
    }
}
