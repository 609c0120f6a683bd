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

/** {@code holdfast baseline prune [DIR]}. */
public final class BaselinePrune implements Leaf {

    private @Nullable Path directory;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Drops entries of the baseline that nothing stands behind any more.")
                .footer(
                        """
                        Runs what holdfast check runs, and looks at all in which the entries were found
                        (files, history), whatever the policy enables. An entry stays when its place was
                        not looked at, and where only the history still has the value it is accepted
                        there alone; an entry of a file that was renamed gets the new name.

                        Example:
                          holdfast baseline prune

                        Exit codes: as holdfast check, judged with what is left.
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
        BaselineRun run = new BaselineRun(workspace, options, surroundings);
        CheckSelection selection = CheckSelection.of(workspace, run.searches(), surroundings);
        return run.prune(selection.checks(), selection.notes());
    }
}
