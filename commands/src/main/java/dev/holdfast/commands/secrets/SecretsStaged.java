package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Repositories;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.history.StagedFiles;
import dev.holdfast.secrets.Secrets;
import java.io.IOException;
import java.util.List;

/** {@code holdfast secrets staged}. */
public final class SecretsStaged implements Leaf {

    private final VerifyOption verify = new VerifyOption();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Finds tokens in what the next commit would hold.")
                .footer(
                        """
                        Reads the index, not the work tree, so it is right in a pre-commit hook.

                        Example:
                          holdfast secrets staged --quiet

                        Exit codes: 0 nothing blocks or nothing is staged, 1 findings block,
                        2 usage or policy invalid, 3 could not decide, 70 a bug in Holdfast,
                        130 interrupted.
                        """)
                .with(verify)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace = Workspace.open(List.of(), options, surroundings).reportingSecrets();
        StagedFiles staged = Repositories.open(workspace.project(), surroundings).staged();
        Check check =
                Secrets.staged(
                        staged,
                        workspace.policy().excludes(),
                        workspace.rules(),
                        verify.asking(workspace.policy(), surroundings));
        Inspection inspection = new Inspection(workspace, options, surroundings);
        if (staged.list().isEmpty()) {
            return inspection.nothingToDo("secrets staged", List.of(check), "nothing is staged");
        }
        return inspection.run("secrets staged", List.of(check), List.of());
    }
}
