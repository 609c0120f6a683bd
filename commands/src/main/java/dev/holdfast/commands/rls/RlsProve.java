package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.TenancySelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code holdfast rls prove}. */
public final class RlsProve implements Leaf {

    private final DatabaseOptions database = new DatabaseOptions();

    private @Nullable Path tenancy;

    private String solver = "smtinterpol";

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Proves that tenants are kept apart, or shows the row that is not.")
                .footer(
                        """
                        Examples:
                          holdfast rls prove --migrations supabase/migrations
                          holdfast rls prove --dsn-env DATABASE_URL --tenancy tenancy.yaml

                        Exit codes: 0 nothing blocks, 1 a property is refuted, 2 usage, policy or
                        tenancy spec invalid, 3 could not decide, 70 a bug in Holdfast.
                        """)
                .with(database)
                .option(
                        "--tenancy=FILE",
                        "the tenancy spec (default: rls.tenancy of the policy)",
                        Path.class,
                        given -> tenancy = given)
                .option(
                        "--solver=NAME",
                        "smtinterpol, z3 or both (z3 needs its jar on the class path)",
                        String.class,
                        given -> solver = given)
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings)
                        .reporting(Rls.explanationsOfProofs());
        TenancySource spec =
                TenancySelection.of(Optional.ofNullable(tenancy), workspace, options, surroundings)
                        .orElseThrow(() ->
                                new UserProblem(
                                        "nobody says what a tenant is",
                                        "write rls.tenancy into holdfast.yaml, or name a file with"
                                                + " --tenancy (docs/rls.md)"));
        return new Inspection(workspace, options, surroundings)
                .run(
                        "rls prove",
                        List.of(
                                Rls.proof(
                                        database.source(workspace, surroundings),
                                        spec,
                                        database.schemas(workspace),
                                        chosen())),
                        List.of());
    }

    private Solver chosen() {
        if (!solver.equals("smtinterpol")) {
            throw new UserProblem(
                    "there is no solver " + solver + " in this installation",
                    "leave --solver out: smtinterpol is always there");
        }
        return new InterpolSolver();
    }
}
