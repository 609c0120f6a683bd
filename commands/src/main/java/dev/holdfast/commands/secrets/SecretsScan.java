package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.TreeSelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast secrets scan [PATH...]}. */
@Command(
        description = "Finds tokens in the files of a project.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  holdfast secrets scan",
            "  holdfast secrets scan src config/production.yml --format json",
            "",
            "Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,",
            "3 could not decide, 70 a bug in Holdfast, 130 interrupted."
        })
public final class SecretsScan implements Leaf {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "folders and files (default: the project)")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--no-ignore", description = "look at what git ignores, too")
    private boolean everything;

    @Mixin private VerifyOption verify = new VerifyOption();

    @Mixin private CommonOptions options = new CommonOptions();

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
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
