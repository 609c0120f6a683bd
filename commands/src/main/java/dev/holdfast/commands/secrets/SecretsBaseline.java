package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdfast secrets baseline}. */
@Command(
        description = "Accepts the tokens that are found today, so that only new ones block.",
        sortOptions = false,
        footer = {
            "",
            "Runs holdfast secrets scan and adds what it finds to .holdfast/baseline.json;",
            "entries of other checks stay. Critical findings are never taken in by default.",
            "",
            "Example:",
            "  holdfast secrets baseline --history",
            "",
            "Exit codes: as holdfast secrets scan, judged with the new baseline."
        })
public final class SecretsBaseline implements Leaf {

    @Option(names = "--history", description = "look at the history of every branch, too")
    private boolean history;

    @Mixin private CommonOptions options = new CommonOptions();

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
        return new BaselineRun(workspace, options, surroundings)
                .add("secrets baseline", checks, List.of());
    }
}
