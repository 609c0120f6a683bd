package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.git.GitRepository;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.known.CleanContents;
import dev.holdfast.secrets.verify.Asking;
import java.io.IOException;

/** The search of a project's history, with what earlier runs know of it. */
public final class HistorySelection {

    private HistorySelection() {}

    /** A search that passes over what is known to be clean. */
    public static Check of(
            Workspace workspace, HistoryScope scope, Asking asking, Surroundings surroundings)
            throws IOException {
        GitRepository repository = Repositories.open(workspace.project(), surroundings);
        return of(
                repository,
                workspace,
                scope,
                asking,
                Remembered.of(repository, workspace, surroundings));
    }

    /** A search of everything that leaves nothing to later ones. */
    public static Check afresh(
            Workspace workspace, HistoryScope scope, Asking asking, Surroundings surroundings)
            throws IOException {
        return of(
                Repositories.open(workspace.project(), surroundings),
                workspace,
                scope,
                asking,
                CleanContents.none());
    }

    private static Check of(
            GitRepository repository,
            Workspace workspace,
            HistoryScope scope,
            Asking asking,
            CleanContents clean) {
        return Secrets.history(
                repository.history(),
                scope,
                workspace.policy().excludes(),
                workspace.rules(),
                clean,
                asking);
    }
}
