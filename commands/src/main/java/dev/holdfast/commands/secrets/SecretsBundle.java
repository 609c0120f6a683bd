package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Programs;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.bundle.BundleRequest;
import dev.holdfast.secrets.bundle.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code holdfast secrets bundle DIR...}. */
public final class SecretsBundle implements Leaf {

    private List<Path> directories = List.of();

    private List<Path> envFiles = List.of();

    private final VerifyOption verify = new VerifyOption();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Finds secrets in built output: tokens, and the values of .env files.")
                .footer(
                        """
                        Examples:
                          holdfast secrets bundle dist
                          holdfast secrets bundle .next --env-file ../production.env

                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .words(
                        "1..*",
                        "DIR",
                        "folders of built output",
                        Path.class,
                        given -> directories = given)
                .options(
                        "--env-file=FILE",
                        "a further .env file; may be given several times",
                        Path.class,
                        given -> envFiles = given)
                .with(verify)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        List<Path> named = directories.stream().map(surroundings.directory()::resolve).toList();
        for (int i = 0; i < named.size(); i++) {
            if (Files.exists(named.get(i)) && !Files.isDirectory(named.get(i))) {
                throw new UserProblem(
                        directories.get(i) + " is not a folder",
                        "name the folder of built output that it lies in");
            }
        }
        List<Path> values = envFiles.stream().map(surroundings.directory()::resolve).toList();
        for (Path file : values) {
            if (!Files.exists(file)) {
                throw new UserProblem(
                        "--env-file: there is no file " + file.getFileName(),
                        "without it the values in it would not be looked for");
            }
        }
        Workspace workspace = Workspace.open(named, options, surroundings).reportingSecrets();
        OutputDecides.refuse(workspace.project(), named, options, surroundings.directory());
        Policy policy = workspace.policy();
        List<Path> all = new ArrayList<>(values);
        policy.texts("secrets", "bundle", "envFiles").stream()
                .map(workspace.project().directory()::resolve)
                .forEach(all::add);
        BundleRequest request =
                new BundleRequest(
                        OutputFolders.named(named),
                        List.of(),
                        Programs.of(
                                workspace.project().directory(),
                                StackDetector.detect(workspace.project().directory())),
                        all,
                        policy.excludes(),
                        policy.number("secrets", "bundle", "maxFileMiB") * (1L << 20));
        return new Inspection(workspace, options, surroundings)
                .run(
                        "secrets bundle",
                        List.of(
                                Secrets.bundle(
                                        request,
                                        workspace.rules(),
                                        verify.asking(policy, surroundings))),
                        List.of());
    }
}
