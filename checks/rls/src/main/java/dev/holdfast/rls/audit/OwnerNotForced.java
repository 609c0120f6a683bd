package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.RoleClosure;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 4: the owner, and who inherits from it, is exempt without FORCE. */
final class OwnerNotForced implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "owner-not-forced",
                    "An exposed role is exempt as the table's owner",
                    Severity.HIGH,
                    "Row security is on and not forced, and an exposed role owns the table,"
                            + " inherits from its owner or may become it, so that policies do not "
                            + "count for it.",
                    "An application that connects as the owner of its tables reads the rows"
                            + " of every tenant, whatever the policies say.",
                    "ALTER TABLE … FORCE ROW LEVEL SECURITY, or let the application use a "
                            + "role that owns nothing.",
                    Explained.access("ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.ownGuarded()) {
            if (table.forced()) {
                continue;
            }
            List<Long> exempt = new ArrayList<>();
            List<String> ways = new ArrayList<>();
            for (long role : scene.roles()) {
                RoleClosure closure = scene.access().roles();
                List<Long> way =
                        closure.inherited(role)
                                .getOrDefault(
                                        table.owner(),
                                        closure.settable(role)
                                                .getOrDefault(table.owner(), List.of()));
                if (!way.isEmpty()) {
                    exempt.add(role);
                    ways.add(
                            String.join(" > ", closure.names(way))
                                    + (closure.has(role, table.owner()) ? "" : " (by SET ROLE)"));
                }
            }
            if (!exempt.isEmpty()) {
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        "policies of "
                                                + table.fullName()
                                                + " do not count for "
                                                + String.join(", ", scene.names(exempt))
                                                + ": its owner is exempt because it is not forced")
                                .with("roles", scene.names(exempt))
                                .with("memberships", ways));
            }
        }
        return found;
    }
}
