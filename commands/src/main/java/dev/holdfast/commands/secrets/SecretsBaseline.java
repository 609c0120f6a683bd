package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.BaselineRun;
import dev.holdfast.commands.run.HistorySelection;
import dev.holdfast.commands.run.TreeSelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.verify.Asking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code holdfast secrets baseline}. */
public final class SecretsBaseline implements Leaf {

    private boolean history;

    private boolean replace;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Accepts the tokens that are found today, so that only new ones block.")
                .footer(
                        """
                        Runs holdfast secrets scan and adds what it finds to .holdfast/baseline.json;
                        entries of other checks stay. Critical findings are never taken in by default.

                        Examples:
                          holdfast secrets baseline --history
                          holdfast secrets baseline --history --replace

                        Exit codes: as holdfast secrets scan, judged with the new baseline.
                        """)
                .flag("--history", "look at the history of every branch, too", () -> history = true)
                .flag(
                        "--replace",
                        "make the baseline anew, also when it is of another fingerprint key",
                        () -> replace = true)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace = Workspace.open(List.of(), options, surroundings).reportingSecrets();
        List<Check> checks = new ArrayList<>();
        checks.add(
                Secrets.tree(
                        TreeSelection.of(workspace, List.of(), false, List.of(), surroundings),
                        workspace.rules(),
                        Asking.nobody()));
        if (history) {
            checks.add(
                    HistorySelection.of(
                            workspace,
                            new HistoryScope(true, false, Optional.empty()),
                            Asking.nobody(),
                            surroundings));
        }
        BaselineRun run = new BaselineRun(workspace, options, surroundings);
        return replace
                ? run.replace("secrets baseline", checks, List.of())
                : run.add("secrets baseline", checks, List.of());
    }
}
