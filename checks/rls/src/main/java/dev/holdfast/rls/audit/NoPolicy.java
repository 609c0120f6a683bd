package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pitfall 3: row security without a permissive policy lets nothing pass. */
final class NoPolicy implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "no-policy",
                    "No permissive policy lets anything pass",
                    Severity.INFO,
                    "Row security is on, exposed roles have grants, and no permissive "
                            + "policy counts for any of them; restrictive ones alone let "
                            + "nothing pass.",
                    "Nothing leaks. Either the grant is superfluous, or somebody will open "
                            + "the table in a hurry when it turns out to be empty.",
                    "Write the permissive policy that is meant, or REVOKE the grant.",
                    Explained.manual("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.ownGuarded()) {
            Set<Long> denied = new LinkedHashSet<>();
            Set<Long> served = new LinkedHashSet<>();
            for (long role : scene.roles()) {
                for (Privilege each : Privilege.values()) {
                    each.command()
                            .filter(_ -> scene.bound(table, each).contains(role))
                            .ifPresent(command ->
                                    (scene.access()
                                                            .gate(role, table, command)
                                                            .permissive()
                                                            .isEmpty()
                                                    ? denied
                                                    : served)
                                            .add(role));
                }
            }
            if (!denied.isEmpty() && served.isEmpty()) {
                List<Long> roles = List.copyOf(denied);
                boolean restrictive = !scene.access().policiesOf(table).isEmpty();
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        table.fullName()
                                                + " shows nothing to "
                                                + String.join(", ", scene.names(roles))
                                                + (restrictive
                                                        ? ": no permissive policy counts for it"
                                                        : ": it has no policy"))
                                .with("roles", scene.names(roles))
                                .with(
                                        "policies",
                                        scene.access().policiesOf(table).stream()
                                                .map(Policy::name)
                                                .toList())
                                .with(
                                        "grants",
                                        scene.grants(
                                                roles,
                                                table,
                                                Privilege.SELECT,
                                                Privilege.INSERT,
                                                Privilege.UPDATE,
                                                Privilege.DELETE)));
            }
        }
        return found;
    }
}
