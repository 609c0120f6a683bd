package dev.holdfast.commands.check;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.run.AuditSelection;
import dev.holdfast.commands.run.DatabaseSelection;
import dev.holdfast.commands.run.ServerChoice;
import dev.holdfast.commands.run.TenancySelection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.rls.Rls;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds what a project's migrations are asked. */
final class RlsSelection {

    private RlsSelection() {}

    /** Returns what the reader must know about it. */
    static List<String> add(List<Check> checks, Workspace workspace, Surroundings surroundings)
            throws IOException {
        List<String> several = DatabaseSelection.toChooseFrom(workspace);
        if (!several.isEmpty()) {
            checks.add(Rls.severalProjects(several));
            return List.of();
        }
        Optional<CatalogSource> source =
                DatabaseSelection.migrations(
                        workspace,
                        Optional.empty(),
                        Optional.empty(),
                        ServerChoice.USUAL,
                        surroundings);
        if (source.isEmpty()) {
            return List.of();
        }
        Optional<TenancySource> tenancy = TenancySelection.ofPolicy(workspace);
        checks.add(
                Rls.project(
                        source.get(),
                        AuditSelection.of(
                                workspace, workspace.policy().texts("rls", "schemas"), List.of()),
                        tenancy,
                        new InterpolSolver()));
        List<String> notes = new ArrayList<>();
        List<String> others = DatabaseSelection.notLookedAt(workspace);
        if (!others.isEmpty()) {
            notes.add(
                    "migrations in "
                            + String.join(", ", others)
                            + " were not looked at, as rls.migrations of the policy names others;"
                            + " holdfast rls audit --migrations DIR looks at them");
        }
        if (tenancy.isEmpty()) {
            notes.add(
                    source.get().name()
                            + " were audited and nothing about tenants was proved, as"
                            + " rls.tenancy of the policy does not say what a tenant is;"
                            + " holdfast rls tenancy propose makes a draft (docs/rls.md)");
        }
        return notes;
    }
}
