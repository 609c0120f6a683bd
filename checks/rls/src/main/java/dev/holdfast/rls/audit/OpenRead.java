package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import java.util.List;

/** Pitfalls 12 and 13: all policies for SELECT together do not look at the row. */
final class OpenRead implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "open-read",
                    "Policies for SELECT let every row pass",
                    Severity.INFO,
                    "All policies that count for an exposed role together show it every "
                            + "row. That is meant for reference data; the finding is medium where the"
                            + " table has a column that looks like an owner or a tenant.",
                    "What looks guarded is a public table.",
                    "Say whose rows are meant, or accept the finding with the reason that "
                            + "the table is public.",
                    Explained.access("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        return OpenGate.look(scene, INFO, Privilege.SELECT, Side.OLD, "reads any row").stream()
                .map(each -> hasOwner(scene, each) ? each.as(Severity.MEDIUM) : each)
                .toList();
    }

    private static boolean hasOwner(Scene scene, Found found) {
        return scene.tables().stream()
                .filter(each -> each.fullName().equals(found.table()))
                .flatMap(each -> each.columns().stream())
                .anyMatch(OwnerColumns::looksLikeOne);
    }
}
