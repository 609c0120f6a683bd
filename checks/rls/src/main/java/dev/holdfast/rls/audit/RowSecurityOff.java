package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 1: a table that everybody exposed reaches without policies. */
final class RowSecurityOff implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "disabled",
                    "Row security is off on a reachable table",
                    Severity.HIGH,
                    "An exposed role has a privilege on a table that has no row security, "
                            + "so that it gets at every row.",
                    "Whoever has the role, for example through the public key of an API, "
                            + "reads or changes the rows of all users.",
                    "ALTER TABLE … ENABLE ROW LEVEL SECURITY and write policies; or REVOKE "
                            + "what the role does not need.",
                    Explained.access("ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.tables()) {
            if (table.rowSecurity()
                    || !scene.access().policiesOf(table).isEmpty()
                    || isChild(scene, table)) {
                // The dormant policies and the unguarded child are findings of their own.
                continue;
            }
            List<Long> roles =
                    scene.roles().stream()
                            .filter(role -> !held(scene, role, table).isEmpty())
                            .toList();
            if (!roles.isEmpty()) {
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        table.fullName()
                                                + " has no row security, and "
                                                + String.join(", ", scene.names(roles))
                                                + " can use it: "
                                                + String.join(", ", words(scene, roles, table)))
                                .with("roles", scene.names(roles))
                                .with("grants", scene.grants(roles, table, Privilege.values())));
            }
        }
        return found;
    }

    static List<Privilege> held(Scene scene, long role, Relation table) {
        return scene.access().held(role, table).stream()
                .filter(each -> !each.onlyByOwnership())
                .map(Held::privilege)
                .toList();
    }

    private static List<String> words(Scene scene, List<Long> roles, Relation table) {
        return roles.stream()
                .flatMap(role -> held(scene, role, table).stream())
                .distinct()
                .sorted()
                .map(Privilege::name)
                .toList();
    }

    private static boolean isChild(Scene scene, Relation table) {
        return scene.ways().stream()
                .anyMatch(each ->
                        each.kind() == WayAround.Kind.CHILD
                                && each.through().equals(table.fullName()));
    }
}
