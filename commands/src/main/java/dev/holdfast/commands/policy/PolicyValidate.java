package dev.holdfast.commands.policy;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.BaselineRun;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.policy.PolicyCheck;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code holdfast policy validate [FILE]}. */
public final class PolicyValidate implements Leaf {

    private @Nullable Path file;

    private CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "Says whether a policy file, with all that it extends and its baseline, is valid.")
                .footer(
                        """
                        Examples:
                          holdfast policy validate
                          holdfast policy validate other/holdfast.yaml

                        Exit codes: 0 valid, 2 invalid, 3 there is no policy file to look at.
                        """)
                .word(
                        "0..1",
                        "FILE",
                        "the file (default: holdfast.yaml)",
                        Path.class,
                        given -> file = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Path named = file;
        if (named != null) {
            Path resolved = surroundings.directory().resolve(named);
            if (options.policy().isPresent()) {
                throw new UserProblem(
                        "two policy files are named, " + named + " and --policy", "name one");
            }
            if (Files.isDirectory(resolved)) {
                resolved = resolved.resolve("holdfast.yaml");
            }
            options = options.withPolicy(resolved);
        }
        // Reading it is the whole proof: an invalid policy ends here with its problems.
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings)
                        .reporting(List.of(PolicyCheck.INFO));
        // What the policy names is a part of it: each later run would say that it is not followed.
        new BaselineRun(workspace, options, surroundings).requireFollowed();
        return new Inspection(workspace, options, surroundings)
                .run(
                        "policy validate",
                        List.of(new PolicyCheck(workspace.policy().reference())),
                        List.of());
    }
}
