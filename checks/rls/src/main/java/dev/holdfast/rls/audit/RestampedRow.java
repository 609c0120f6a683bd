package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 7: only a WITH CHECK that is weaker than USING is a hole. */
final class RestampedRow implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "write-check-open",
                    "WITH CHECK is weaker than USING",
                    Severity.HIGH,
                    "The policies for UPDATE say which rows may be changed and let them "
                            + "become anything: WITH CHECK is written out and lets every row pass. A "
                            + "missing WITH CHECK is no hole, because USING counts then.",
                    "A user gives rows to another tenant, or plants them there.",
                    "Leave WITH CHECK out, or give it the condition of USING.",
                    Explained.access("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.guarded()) {
            List<Long> roles =
                    scene.bound(table, Privilege.UPDATE).stream()
                            .filter(role ->
                                    scene.strength(role, table, Command.UPDATE, Side.OLD)
                                                    == Strength.DEPENDS
                                            && scene.strength(role, table, Command.UPDATE, Side.NEW)
                                                    .ignoresRow())
                            .toList();
            if (!roles.isEmpty()) {
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        "rows of "
                                                + table.fullName()
                                                + " that "
                                                + String.join(", ", scene.names(roles))
                                                + " may change can become anybody's: WITH CHECK lets every"
                                                + " row pass")
                                .with("roles", scene.names(roles))
                                .with("policies", scene.policies(roles, table, Command.UPDATE))
                                .with("grants", scene.grants(roles, table, Privilege.UPDATE)));
            }
        }
        return found;
    }
}
