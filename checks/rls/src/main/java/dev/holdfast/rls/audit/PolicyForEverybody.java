package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pitfall 13: a policy without TO counts for the anonymous role, too. */
final class PolicyForEverybody implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "policy-for-everybody",
                    "Policies count for everybody",
                    Severity.INFO,
                    "A permissive policy has no TO, or TO PUBLIC, and an anonymous role has"
                            + " the grant, so that the policy is asked for people who have not signed"
                            + " in.",
                    "Whether it shows them anything rests on its expression alone: one that"
                            + " is true without an identity opens the table to the world.",
                    "Name the roles: CREATE POLICY … TO authenticated.",
                    Explained.manual("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.guarded()) {
            Set<String> policies = new LinkedHashSet<>();
            Set<Long> roles = new LinkedHashSet<>();
            for (Privilege each : Privilege.values()) {
                if (each.command().isEmpty()) {
                    continue;
                }
                for (long role : scene.bound(table, each)) {
                    if (ExposedRoles.isAnonymous(scene.catalog(), role)) {
                        scene
                                .access()
                                .gate(role, table, each.command().orElseThrow())
                                .permissive()
                                .stream()
                                .filter(it -> it.roles().contains(Role.PUBLIC))
                                .forEach(it -> {
                                    policies.add(it.name());
                                    roles.add(role);
                                });
                    }
                }
            }
            if (!policies.isEmpty()) {
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        "policies of "
                                                + table.fullName()
                                                + " are for everybody and count for "
                                                + String.join(", ", scene.names(List.copyOf(roles)))
                                                + ", too")
                                .with("roles", scene.names(List.copyOf(roles)))
                                .with("policies", policies));
            }
        }
        return found;
    }
}
