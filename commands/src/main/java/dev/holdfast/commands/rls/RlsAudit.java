package dev.holdfast.commands.rls;

import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.AuditSelection;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.rls.Rls;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** {@code holdfast rls audit}. */
public final class RlsAudit implements Leaf {

    private final DatabaseOptions database = new DatabaseOptions();

    private List<String> roles = List.of();

    private final CommonOptions options = new CommonOptions();

    @Override
    public Syntax syntax() {
        return Syntax.of("Looks for holes in row level security, grants and ways around them.")
                .footer(
                        """
                        Examples:
                          holdfast rls audit --migrations supabase/migrations
                          holdfast rls audit --dsn-env DATABASE_URL --schemas public,api

                        Exit codes: 0 nothing blocks, 1 findings block, 2 usage or policy invalid,
                        3 could not decide, 70 a bug in Holdfast, 130 interrupted.
                        """)
                .with(database)
                .option(
                        "--roles=NAMES",
                        "the roles that an attacker may have (default: those of the interface)",
                        String.class,
                        given ->
                                roles =
                                        Arrays.stream(given.split(",", -1))
                                                .map(String::strip)
                                                .toList())
                .with(options);
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        Workspace workspace =
                Workspace.open(List.of(), options, surroundings)
                        .reporting(Rls.explanationsOfAudits());
        return new Inspection(workspace, options, surroundings)
                .run(
                        "rls audit",
                        List.of(
                                Rls.audit(
                                        database.source(workspace, surroundings),
                                        AuditSelection.of(
                                                workspace, database.schemas(workspace), roles))),
                        List.of());
    }
}
