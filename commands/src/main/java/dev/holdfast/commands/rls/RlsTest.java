package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.TenancySelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.rls.Rls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast rls test}. */
public final class RlsTest implements Leaf {

    private final DatabaseOptions database = new DatabaseOptions();

    private @Nullable Path tenancy;

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Has two tenants try everything at each other's rows, and rolls it back.")
                .footer(
                        """
                        Examples:
                          holdfast rls test --migrations supabase/migrations
                          holdfast rls test --dsn-env TEST_DATABASE_URL --throwaway

                        Exit codes: 0 nothing blocks, 1 a row was reached, 2 usage, policy or
                        tenancy spec invalid, 3 could not decide, 70 a bug in Holdfast.
                        """)
                .with(database)
                .option(
                        "--tenancy=FILE",
                        "the tenancy spec (default: rls.tenancy of the policy)",
                        Path.class,
                        given -> tenancy = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings)
                        .reporting(Rls.explanationsOfTrials());
        return new Inspection(workspace, options, surroundings)
                .run(
                        "rls test",
                        List.of(
                                Rls.trial(
                                        database.source(workspace, surroundings),
                                        TenancySelection.of(
                                                Optional.ofNullable(tenancy),
                                                workspace,
                                                options,
                                                surroundings),
                                        database.schemas(workspace))),
                        List.of());
    }
}
