package dev.holdfast.commands.baseline;

import dev.holdfast.commands.check.CheckSelection;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.run.BaselineRun;
import dev.holdfast.commands.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code holdfast baseline prune [DIR]}. */
@Command(
        description = "Drops entries of the baseline that nothing stands behind any more.",
        sortOptions = false,
        footer = {
            "",
            "Runs what holdfast check runs. An entry stays when its place was not looked at;",
            "an entry of a file that was renamed gets the new name.",
            "",
            "Example:",
            "  holdfast baseline prune",
            "",
            "Exit codes: as holdfast check, judged with what is left."
        })
public final class BaselinePrune implements Leaf {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "the project (default: here)")
    private @Nullable Path directory;

    @Mixin private CommonOptions options = new CommonOptions();

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        List<Path> named =
                directory == null
                        ? List.of()
                        : List.of(surroundings.directory().resolve(directory));
        Workspace workspace = Workspace.open(named, options, surroundings);
        CheckSelection selection = CheckSelection.of(workspace, surroundings);
        return new BaselineRun(workspace, options, surroundings)
                .prune(selection.checks(), selection.notes());
    }
}
