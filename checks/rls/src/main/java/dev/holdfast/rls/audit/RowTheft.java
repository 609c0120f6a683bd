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

/** Pitfall 9: a row that is not one's own becomes one's own. */
final class RowTheft implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "row-theft",
                    "An UPDATE takes over the rows of others",
                    Severity.HIGH,
                    "The policies for UPDATE check what a row becomes and not what it was: "
                            + "any row can be stamped as one's own, and be read then.",
                    "A user of one tenant updates the rows of another to his own tenant and"
                            + " reads them (measured).",
                    "Give USING the same condition as WITH CHECK.",
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
                                                    .ignoresRow()
                                            && scene.strength(role, table, Command.UPDATE, Side.NEW)
                                                    == Strength.DEPENDS)
                            .toList();
            if (!roles.isEmpty()) {
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        String.join(", ", scene.names(roles))
                                                + " makes any row of "
                                                + table.fullName()
                                                + " its own: USING lets every row pass, WITH CHECK only its"
                                                + " own")
                                .with("roles", scene.names(roles))
                                .with("policies", scene.policies(roles, table, Command.UPDATE))
                                .with("grants", scene.grants(roles, table, Privilege.UPDATE)));
            }
        }
        return found;
    }
}
