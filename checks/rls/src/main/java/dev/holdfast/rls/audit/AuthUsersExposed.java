package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Supabase knows of users must not be shown. */
final class AuthUsersExposed implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "auth-users-exposed",
                    "Accounts of users can be read",
                    Severity.HIGH,
                    "An exposed role can read auth.users, or a view or materialized view in"
                            + " an exposed schema over it.",
                    "Addresses, telephone numbers and metadata of all users can be listed.",
                    "Keep a table of profiles with policies, and show that. REVOKE SELECT "
                            + "on the view.",
                    Explained.cwe(359),
                    Explained.asvs("8.2.3"),
                    Explained.manual("rules-privileges"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Optional<Relation> users = scene.catalog().relation("auth", "users");
        List<Found> found = new ArrayList<>();
        if (users.isEmpty()) {
            return found;
        }
        for (Relation each : scene.relations(Relation.Kind.VIEW, Relation.Kind.MATERIALIZED_VIEW)) {
            List<Long> roles =
                    scene.holders(each, Privilege.SELECT).stream()
                            .filter(role ->
                                    !each.isInvokersView()
                                            || scene.access()
                                                    .held(
                                                            role,
                                                            users.orElseThrow(),
                                                            Privilege.SELECT)
                                                    .isPresent())
                            .toList();
            if (!roles.isEmpty() && scene.around().tablesOf(each).contains(users.orElseThrow())) {
                found.add(found(scene, each, roles));
            }
        }
        List<Long> direct = scene.holders(users.orElseThrow(), Privilege.SELECT);
        if (!direct.isEmpty()
                && direct.stream()
                        .anyMatch(role ->
                                scene.access().enforcement(role, users.orElseThrow())
                                        != Enforcement.ENFORCED)) {
            found.add(found(scene, users.orElseThrow(), direct));
        }
        return found;
    }

    private static Found found(Scene scene, Relation relation, List<Long> roles) {
        return Found.of(
                        relation.fullName(),
                        "",
                        String.join(", ", scene.names(roles))
                                + " reads accounts of auth.users in "
                                + relation.fullName())
                .with("roles", scene.names(roles))
                .with("grants", scene.grants(roles, relation, Privilege.SELECT));
    }
}
