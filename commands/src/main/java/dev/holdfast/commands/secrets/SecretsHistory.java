package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.HistorySelection;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.secrets.verify.Asking;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast secrets history}. */
public final class SecretsHistory implements Leaf {

    private @Nullable String since;

    private boolean all;

    private boolean reflog;

    private final VerifyOption verify = new VerifyOption();

    private boolean afresh;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Finds tokens in every content that the git history reaches.")
                .footer(
                        """
                        Examples:
                          holdfast secrets history --all
                          holdfast secrets history --since v1.4

                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .option(
                        "--since=REV",
                        "only what was added after this commit, tag or branch",
                        String.class,
                        given -> since = given)
                .flag(
                        "--all",
                        "every branch, tag, note and stash, not only what HEAD reaches",
                        () -> all = true)
                .flag("--reflog", "what only reflogs know, too", () -> reflog = true)
                .with(verify)
                .flag(
                        "--no-cache",
                        "look at everything, also at what an earlier run found to be clean",
                        () -> afresh = true)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace = Workspace.open(List.of(), options, surroundings).reportingSecrets();
        Asking asking = verify.asking(workspace.policy(), surroundings);
        HistoryScope scope = new HistoryScope(all, reflog, Optional.ofNullable(since));
        return new Inspection(workspace, options, surroundings)
                .run(
                        "secrets history",
                        List.of(
                                afresh
                                        ? HistorySelection.afresh(
                                                workspace, scope, asking, surroundings)
                                        : HistorySelection.of(
                                                workspace, scope, asking, surroundings)),
                        List.of());
    }
}
