package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.AuditSelection;
import dev.holdfast.commands.run.DatabaseSelection;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Dsn;
import dev.holdfast.rls.source.LiveDatabase;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast rls diff}. */
public final class RlsDiff implements Leaf {
    private static final String OF_VARIABLE = "env:";

    private List<String> both = List.of();

    private @Nullable String stub;

    private List<String> schemas = List.of();

    private List<String> roles = List.of();

    private @Nullable String server;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Says what a change of a schema opens and closes, role by role.")
                .footer(
                        """
                        OLD and NEW are folders of migrations, or env:VAR: the database whose
                        connection string is in the environment variable VAR.

                        Examples:
                          holdfast rls diff ../before/supabase/migrations supabase/migrations
                          holdfast rls diff env:PRODUCTION_URL supabase/migrations

                        Exit codes: 0 nothing is opened, 1 something is, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .words(
                        "2",
                        "OLD NEW",
                        "what is compared with what",
                        String.class,
                        given -> both = given)
                .option(
                        "--stub=PLATFORM",
                        "what the migrations are written for: supabase, postgrest, plain",
                        String.class,
                        given -> stub = given)
                .option(
                        "--schemas=NAMES",
                        "the schemas that clients reach, with commas between them",
                        String.class,
                        given -> schemas = names(given))
                .option(
                        "--roles=NAMES",
                        "the roles that an attacker may have (default: those of the interface)",
                        String.class,
                        given -> roles = names(given))
                .option(
                        "--postgres=SERVER",
                        "17, 18, or the folder of the server's programs (default: 17)",
                        String.class,
                        given -> server = given)
                .with(options);
    }

    private static List<String> names(String given) {
        return Arrays.stream(given.split(",", -1)).map(String::strip).toList();
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings)
                        .reporting(Rls.explanationsOfDifferences());
        return new Inspection(workspace, options, surroundings)
                .run(
                        "rls diff",
                        List.of(
                                Rls.difference(
                                        source(both.getFirst(), workspace, surroundings),
                                        source(both.getLast(), workspace, surroundings),
                                        schemas.isEmpty()
                                                ? workspace.policy().texts("rls", "schemas")
                                                : schemas,
                                        AuditSelection.roles(workspace, roles),
                                        new InterpolSolver())),
                        List.of());
    }

    private CatalogSource source(String named, Workspace workspace, Surroundings surroundings)
            throws IOException {
        if (named.startsWith(OF_VARIABLE)) {
            String variable = named.substring(OF_VARIABLE.length());
            return new LiveDatabase(variable, Dsn.of(variable, surroundings.environment()), false);
        }
        return DatabaseSelection.migrations(
                        workspace,
                        Optional.of(surroundings.directory().resolve(named)),
                        DatabaseOptions.pack(stub),
                        DatabaseOptions.server(server, surroundings),
                        surroundings)
                .orElseThrow(() ->
                        new UserProblem(
                                "there are no migrations in " + named,
                                "name a folder of migrations, or env:VAR"));
    }
}
