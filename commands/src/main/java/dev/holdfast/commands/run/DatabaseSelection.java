package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.server.migration.Migrations;
import dev.holdfast.rls.server.programs.ServerPrograms;
import dev.holdfast.rls.server.programs.Shipped;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the migrations of a project, and the server that they are run on. */
public final class DatabaseSelection {

    private DatabaseSelection() {}

    /**
     * The migrations that somebody names, else those of the policy, else those that are found.
     *
     * @throws UserProblem when what is named is not there
     * @throws IOException when a folder cannot be read
     */
    public static Optional<CatalogSource> migrations(
            Workspace workspace,
            Optional<Path> named,
            Optional<StubPack> stub,
            ServerChoice server,
            Surroundings surroundings)
            throws IOException {
        Policy policy = workspace.policy();
        Optional<Path> folder = named;
        if (folder.isEmpty() && policy.isSet("rls", "migrations")) {
            folder =
                    Optional.of(
                            workspace
                                    .project()
                                    .directory()
                                    .resolve(policy.text("rls", "migrations")));
        }
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new UserProblem(
                    "there is no folder " + workspace.project().show(folder.get()),
                    "name the folder of the migrations");
        }
        if (folder.isEmpty()) {
            List<Path> found = found(workspace);
            if (found.size() > 1) {
                throw new UserProblem(
                        "there are migrations in " + String.join(", ", shown(workspace, found)),
                        "name one with --migrations, or as rls.migrations in the policy");
            }
            folder = found.stream().findFirst();
        }
        Optional<StubPack> pack =
                stub.isPresent() || !policy.isSet("rls", "stub")
                        ? stub
                        : Optional.of(
                                StubPack.valueOf(
                                        policy.text("rls", "stub").toUpperCase(Locale.ROOT)));
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MigratedDatabase(
                        folder.get(),
                        workspace.project().show(folder.get()),
                        pack,
                        NewTables.GRANTED,
                        search(server, surroundings),
                        caches(surroundings)));
    }

    /**
     * The folders of migrations of which nobody said which is meant; one alone, or none, needs
     * nobody to say it.
     *
     * @throws IOException when a folder cannot be read
     */
    public static List<String> toChooseFrom(Workspace workspace) throws IOException {
        if (workspace.policy().isSet("rls", "migrations")) {
            return List.of();
        }
        List<Path> found = found(workspace);
        return found.size() > 1 ? shown(workspace, found) : List.of();
    }

    /**
     * The other folders of migrations, where the policy names one.
     *
     * @throws IOException when a folder cannot be read
     */
    public static List<String> notLookedAt(Workspace workspace) throws IOException {
        if (!workspace.policy().isSet("rls", "migrations")) {
            return List.of();
        }
        Path root = workspace.project().directory();
        Path named = root.resolve(workspace.policy().text("rls", "migrations")).normalize();
        List<Path> all = new ArrayList<>(Migrations.foldersOfParts(root));
        Migrations.usualFolder(root).ifPresent(all::add);
        return shown(
                workspace,
                all.stream().distinct().filter(each -> !each.normalize().equals(named)).toList());
    }

    /** Where a project usually has them, else where the parts of one have them. */
    private static List<Path> found(Workspace workspace) throws IOException {
        return found(workspace.project().directory());
    }

    /**
     * The same of a folder.
     *
     * @throws IOException when a folder cannot be read
     */
    public static List<Path> found(Path root) throws IOException {
        Optional<Path> usual = Migrations.usualFolder(root);
        return usual.isPresent() ? List.of(usual.get()) : Migrations.foldersOfParts(root);
    }

    private static List<String> shown(Workspace workspace, List<Path> folders) {
        return folders.stream().map(workspace.project()::show).toList();
    }

    private static ServerPrograms.Search search(ServerChoice server, Surroundings surroundings) {
        return new ServerPrograms.Search(
                server.folder(),
                server.major(),
                surroundings
                        .servers()
                        .flatMap(each -> Shipped.of(each, server.major().orElse(Shipped.PINNED))),
                surroundings.environment().getOrDefault("PATH", ""));
    }

    private static Path caches(Surroundings surroundings) {
        return CacheFolder.of(surroundings.environment())
                .orElseThrow(() ->
                        new UserProblem(
                                "there is no folder for the files of a throw-away server",
                                "set XDG_CACHE_HOME or HOME"));
    }
}
