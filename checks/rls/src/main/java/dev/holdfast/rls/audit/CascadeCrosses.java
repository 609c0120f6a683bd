package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pitfall 22: ON DELETE CASCADE, SET NULL and SET DEFAULT do not ask policies. */
final class CascadeCrosses implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "cascade-crosses",
                    "Deleting a row changes rows of others",
                    Severity.LOW,
                    "An exposed role deletes rows of a table; a foreign key with ON DELETE "
                            + "CASCADE, SET NULL or SET DEFAULT then changes rows of a table with "
                            + "policies, without a column that these look at being part of the key.",
                    "Deleting one's own row removes the rows of other tenants that point to"
                            + " it (measured).",
                    "Include the tenant's column in the key, or ON DELETE RESTRICT.",
                    Explained.cwe(863),
                    Explained.asvs("8.4.1"),
                    Explained.manual("ddl-constraints"),
                    Explained.manual("ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.ownGuarded()) {
            Set<Integer> guards = scene.guards().columns(table);
            for (Constraint key : scene.catalog().constraintsOf(table.oid())) {
                Relation target = scene.catalog().relations().get(key.target());
                if (key.kind() != Constraint.Kind.FOREIGN_KEY
                        || target == null
                        || "cnd".indexOf(key.onDelete()) < 0
                        || ReferenceOracle.isCopy(scene, table, key)
                        || guards.isEmpty()
                        || key.columns().stream().anyMatch(guards::contains)) {
                    continue;
                }
                List<Long> roles =
                        scene.holders(target, Privilege.DELETE).stream()
                                .filter(role ->
                                        scene.access().enforcement(role, target)
                                                        != Enforcement.ENFORCED
                                                || scene.strength(
                                                                role,
                                                                target,
                                                                Command.DELETE,
                                                                Side.OLD)
                                                        != Strength.NEVER)
                                .toList();
                if (!roles.isEmpty()) {
                    found.add(
                            Found.of(
                                            table.fullName()
                                                    + "("
                                                    + ReferenceOracle.columns(table, key.columns())
                                                    + ")",
                                            table.fullName(),
                                            "deleting from "
                                                    + target.fullName()
                                                    + " changes rows of "
                                                    + table.fullName()
                                                    + " without asking its policies: "
                                                    + key.name())
                                    .with("roles", scene.names(roles))
                                    .with("tables", List.of(target.fullName()))
                                    .with("constraint", List.of(key.name())));
                }
            }
        }
        return found;
    }
}
