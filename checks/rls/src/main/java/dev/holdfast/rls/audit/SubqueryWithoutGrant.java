package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pitfall 31: a policy's subquery needs its own grant. */
final class SubqueryWithoutGrant implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "subquery-without-grant",
                    "A policy asks a table that the role may not read",
                    Severity.LOW,
                    "A policy asks a table on which the role that it counts for has no "
                            + "SELECT: subqueries run with the rights of whoever asks, and under that"
                            + " table's own policies.",
                    "Nothing leaks: every query of the role ends with permission denied.",
                    "GRANT SELECT on the columns needed, with policies for them, or ask a "
                            + "SECURITY DEFINER function.",
                    Explained.manual("sql-createpolicy"),
                    Explained.manual("ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            Relation table = scene.table(policy);
            Set<String> refused = new LinkedHashSet<>();
            Set<String> roles = new LinkedHashSet<>();
            for (Privilege each : Privilege.values()) {
                if (each.command().filter(policy.command()::concerns).isEmpty()) {
                    continue;
                }
                for (long role : scene.bound(table, each)) {
                    if (!scene.access().speaksOf(policy, role)) {
                        continue;
                    }
                    for (Expression expression : scene.expressions().of(policy)) {
                        for (long oid : scene.guards().relations(expression).keySet()) {
                            Relation asked = scene.catalog().relations().get(oid);
                            if (asked != null
                                    && scene.access()
                                            .held(role, asked, Privilege.SELECT)
                                            .isEmpty()) {
                                refused.add(asked.fullName());
                                roles.add(scene.catalog().roleName(role));
                            }
                        }
                    }
                }
            }
            if (!refused.isEmpty()) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        table.fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + table.fullName()
                                                + " asks "
                                                + String.join(", ", refused)
                                                + ", which "
                                                + String.join(", ", roles)
                                                + " may not read")
                                .with("roles", roles)
                                .with("policies", List.of(policy.name()))
                                .with("tables", refused));
            }
        }
        return found;
    }
}
