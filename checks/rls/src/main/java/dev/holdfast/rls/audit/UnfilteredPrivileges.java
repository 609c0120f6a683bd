package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pitfall 19: row security does not look at TRUNCATE, REFERENCES, TRIGGER, MAINTAIN. */
final class UnfilteredPrivileges implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "unfiltered-privilege",
                    "Privileges that policies do not filter",
                    Severity.MEDIUM,
                    "An exposed role has TRUNCATE, REFERENCES, TRIGGER or MAINTAIN on a "
                            + "table with row security. Low without TRUNCATE for a role that can log in.",
                    "TRUNCATE empties the table for all tenants (measured). REFERENCES "
                            + "tells by a foreign key which values exist, TRIGGER runs code on the "
                            + "rows of others. They need a connection that can send SQL; an API over "
                            + "the table does not offer them.",
                    "REVOKE TRUNCATE, REFERENCES, TRIGGER, MAINTAIN on the table, and in "
                            + "the default privileges that gave them.",
                    Explained.access("ddl-rowsecurity", "ddl-priv"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.ownGuarded()) {
            Set<Long> roles = new LinkedHashSet<>();
            Set<Privilege> privileges = new TreeSet<>();
            for (Privilege each : Privilege.values()) {
                if (each.command().isEmpty()) {
                    List<Long> holders = scene.holders(table, each);
                    roles.addAll(holders);
                    if (!holders.isEmpty()) {
                        privileges.add(each);
                    }
                }
            }
            if (!privileges.isEmpty()) {
                List<Long> all = List.copyOf(roles);
                List<String> names = privileges.stream().map(Privilege::name).toList();
                Found one =
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        String.join(", ", scene.names(all))
                                                + " has "
                                                + String.join(", ", names)
                                                + " on "
                                                + table.fullName()
                                                + ", which no policy filters")
                                .with("roles", scene.names(all))
                                .with("privileges", names)
                                .with(
                                        "grants",
                                        scene.grants(
                                                all, table, privileges.toArray(Privilege[]::new)));
                found.add(emptiedDirectly(scene, table) ? one : one.as(Severity.LOW));
            }
        }
        return found;
    }

    /** Whether a role that may empty the table can also connect, and need not go by an API. */
    private static boolean emptiedDirectly(Scene scene, Relation table) {
        return scene.holders(table, Privilege.TRUNCATE).stream()
                .anyMatch(each -> {
                    Role role = scene.catalog().roles().get(each);
                    return role == null || role.login();
                });
    }
}
