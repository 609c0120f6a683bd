package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.TreeSelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** {@code holdfast secrets scan [PATH...]}. */
public final class SecretsScan implements Leaf {

    private List<Path> paths = List.of();

    private boolean everything;

    private final VerifyOption verify = new VerifyOption();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Finds tokens in the files of a project.")
                .footer(
                        """
                        Examples:
                          holdfast secrets scan
                          holdfast secrets scan src config/production.yml --format json

                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .words(
                        "0..*",
                        "PATH",
                        "folders and files (default: the project)",
                        Path.class,
                        given -> paths = given)
                .flag("--no-ignore", "look at what git ignores, too", () -> everything = true)
                .with(verify)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        for (Path each : paths) {
            if (!Files.exists(surroundings.directory().resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                throw new UserProblem(
                        "there is no file or folder "
                                + each
                                + " (looked in "
                                + surroundings.directory()
                                + ")",
                        "name a path that is there; without one the whole project is looked at");
            }
        }
        List<Path> named = paths.stream().map(surroundings.directory()::resolve).toList();
        Workspace workspace = Workspace.open(named, options, surroundings).reportingSecrets();
        return new Inspection(workspace, options, surroundings)
                .run(
                        "secrets scan",
                        List.of(
                                Secrets.tree(
                                        TreeSelection.of(
                                                workspace,
                                                named,
                                                everything,
                                                List.of(),
                                                surroundings),
                                        workspace.rules(),
                                        verify.asking(workspace.policy(), surroundings))),
                        List.of());
    }
}
