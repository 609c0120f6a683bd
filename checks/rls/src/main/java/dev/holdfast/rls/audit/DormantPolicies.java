package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 2: policies that count for nobody. */
final class DormantPolicies implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "policies-dormant",
                    "Policies exist, but row security is off",
                    Severity.HIGH,
                    "The table has policies, and row security is not enabled on it, so that"
                            + " none of them counts.",
                    "Everybody who reads the schema believes that rows are guarded; every "
                            + "role with a grant gets at all of them.",
                    "ALTER TABLE … ENABLE ROW LEVEL SECURITY (and FORCE), then test the "
                            + "policies, which were never tried.",
                    Explained.access("ddl-rowsecurity", "sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.tables()) {
            List<Policy> policies = scene.access().policiesOf(table);
            if (table.rowSecurity() || policies.isEmpty()) {
                continue;
            }
            List<Long> roles =
                    scene.roles().stream()
                            .filter(role -> !RowSecurityOff.held(scene, role, table).isEmpty())
                            .toList();
            Found one =
                    Found.of(
                                    table.fullName(),
                                    table.fullName(),
                                    table.fullName()
                                            + " has policies and no row security, so that they do not"
                                            + " count"
                                            + (roles.isEmpty()
                                                    ? "; no exposed role has a grant on it now"
                                                    : " for "
                                                            + String.join(
                                                                    ", ", scene.names(roles))))
                            .with("policies", policies.stream().map(Policy::name).toList())
                            .with("roles", scene.names(roles))
                            .with("grants", scene.grants(roles, table, Privilege.values()));
            found.add(roles.isEmpty() ? one.as(Severity.MEDIUM) : one);
        }
        return found;
    }
}
