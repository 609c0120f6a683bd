package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.DatabaseSelection;
import dev.holdfast.commands.run.ServerChoice;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Dsn;
import dev.holdfast.rls.source.LiveDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the catalogue of a command comes from. */
final class DatabaseOptions implements Syntax.Part {

    private @Nullable String variable;

    private @Nullable Path migrations;

    private @Nullable String stub;

    private List<String> schemas = List.of();

    private boolean throwaway;

    private @Nullable String server;

    @Override
    public void addTo(Syntax syntax) {
        syntax.option(
                        "--dsn-env=VAR",
                        "the environment variable with the connection string of a database",
                        String.class,
                        given -> variable = given)
                .option(
                        "--migrations=DIR",
                        "migrations to run on a throw-away server (default: those of the project)",
                        Path.class,
                        given -> migrations = given)
                .option(
                        "--stub=PLATFORM",
                        "what the migrations are written for: supabase, postgrest, plain",
                        String.class,
                        given -> stub = given)
                .option(
                        "--schemas=NAMES",
                        "the schemas that clients reach, with commas between them",
                        String.class,
                        given ->
                                schemas =
                                        Arrays.stream(given.split(",", -1))
                                                .map(String::strip)
                                                .toList())
                .flag(
                        "--throwaway",
                        "the database may be written, in transactions that are rolled back",
                        () -> throwaway = true)
                .option(
                        "--postgres=SERVER",
                        "17, 18, or the folder of the server's programs (default: 17)",
                        String.class,
                        given -> server = given);
    }

    /** The schemas that are named here, else in the policy; empty when nobody names any. */
    List<String> schemas(Workspace workspace) {
        return schemas.isEmpty() ? workspace.policy().texts("rls", "schemas") : schemas;
    }

    /**
     * What the options name, else the migrations of the project.
     *
     * @throws UserProblem when they contradict each other, or there is nothing
     */
    CatalogSource source(Workspace workspace, Surroundings surroundings) throws IOException {
        if (variable != null) {
            if (migrations != null) {
                throw new UserProblem(
                        "--dsn-env and --migrations exclude each other", "give one of them");
            }
            return new LiveDatabase(
                    variable, Dsn.of(variable, surroundings.environment()), throwaway);
        }
        return DatabaseSelection.migrations(
                        workspace,
                        Optional.ofNullable(migrations).map(surroundings.directory()::resolve),
                        pack(stub),
                        server(server, surroundings),
                        surroundings)
                .orElseThrow(() ->
                        new UserProblem(
                                "the project has no folder of migrations that is known",
                                "name it with --migrations, or a database with --dsn-env"));
    }

    /** The server that a word names, else the usual one. */
    static ServerChoice server(@Nullable String word, Surroundings surroundings) {
        return word == null ? ServerChoice.USUAL : ServerChoice.of(word, surroundings.directory());
    }

    /** The platform of that name, if one is given. */
    static Optional<StubPack> pack(@Nullable String stub) {
        if (stub == null) {
            return Optional.empty();
        }
        for (StubPack each : StubPack.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(stub)) {
                return Optional.of(each);
            }
        }
        throw new UserProblem("there is no platform " + stub, "give supabase, postgrest or plain");
    }
}
