package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 41: a foreign table cannot have row security. */
final class ForeignTable implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "foreign-table",
                    "A foreign table is reachable",
                    Severity.MEDIUM,
                    "An exposed role has a grant on a foreign table, which can have no row "
                            + "security.",
                    "The rows come from another server with the rights of the user mapping,"
                            + " the same for everybody.",
                    "REVOKE the grant, move the table to a schema that is not exposed, and "
                            + "show what is meant through a function that filters.",
                    Explained.access("sql-createforeigntable", "ddl-foreign-data"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.relations(Relation.Kind.FOREIGN_TABLE)) {
            List<Long> roles =
                    scene.roles().stream()
                            .filter(role -> !RowSecurityOff.held(scene, role, table).isEmpty())
                            .toList();
            if (!roles.isEmpty()) {
                found.add(
                        Found.of(
                                        table.fullName(),
                                        "",
                                        String.join(", ", scene.names(roles))
                                                + " reaches the foreign table "
                                                + table.fullName()
                                                + ", which can have no policies")
                                .with("roles", scene.names(roles))
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
