package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pitfall 11: without a SELECT policy an UPDATE with WHERE does nothing, a blind one does. */
final class WriteWithoutRead implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "write-without-read",
                    "Rows can be written that cannot be read",
                    Severity.LOW,
                    "A permissive policy for UPDATE or DELETE counts, and none for SELECT: "
                            + "a statement with WHERE or RETURNING touches no row, one without "
                            + "touches all that the policy lets pass (measured).",
                    "The application sees its updates do nothing, and what is sent without "
                            + "WHERE changes more than anybody has seen.",
                    "Add a SELECT policy for the same rows, or REVOKE UPDATE and DELETE.",
                    Explained.cwe(863),
                    Explained.manual("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.guarded()) {
            Set<Long> roles = new LinkedHashSet<>();
            for (Privilege each : List.of(Privilege.UPDATE, Privilege.DELETE)) {
                for (long role : scene.bound(table, each)) {
                    if (!scene.access()
                                    .gate(role, table, each.command().orElseThrow())
                                    .permissive()
                                    .isEmpty()
                            && scene.access()
                                    .gate(role, table, Command.SELECT)
                                    .permissive()
                                    .isEmpty()) {
                        roles.add(role);
                    }
                }
            }
            if (!roles.isEmpty()) {
                List<Long> all = List.copyOf(roles);
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        String.join(", ", scene.names(all))
                                                + " may change rows of "
                                                + table.fullName()
                                                + " and has no SELECT policy there")
                                .with("roles", scene.names(all))
                                .with("policies", scene.policies(all, table, Command.UPDATE)));
            }
        }
        return found;
    }
}
