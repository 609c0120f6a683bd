package dev.holdfast.commands.check;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code holdfast check [DIR]}. */
public final class CheckCommand implements Leaf {

    private @Nullable Path directory;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Looks at a project as its policy says.")
                .footer(
                        """
                        Examples:
                          holdfast check
                          holdfast check --report html=report.html --report sarif=report.sarif

                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
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
        CheckSelection selection =
                named.isEmpty()
                        ? CheckSelection.of(workspace, surroundings)
                        : CheckSelection.of(workspace, named.getFirst(), surroundings);
        return new Inspection(workspace, options, surroundings)
                .run("check", selection.checks(), selection.notes());
    }
}
