package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.secrets.Secrets;
import java.io.IOException;
import java.util.List;

/** {@code holdfast secrets stdin}. */
public final class SecretsStdin implements Leaf {

    private final VerifyOption verify = new VerifyOption();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Finds tokens in the standard input.")
                .footer(
                        """
                        Example:
                          kubectl logs deploy/shop | holdfast secrets stdin

                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .with(verify)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace = Workspace.open(List.of(), options, surroundings).reportingSecrets();
        return new Inspection(workspace, options, surroundings)
                .run(
                        "secrets stdin",
                        List.of(
                                Secrets.stdin(
                                        surroundings.terminal().in(),
                                        workspace.rules(),
                                        verify.asking(workspace.policy(), surroundings))),
                        List.of());
    }
}
