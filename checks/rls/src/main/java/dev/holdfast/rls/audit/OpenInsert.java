package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import java.util.List;

/** Pitfall 12: all policies for INSERT together do not look at the row. */
final class OpenInsert implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "open-insert",
                    "Policies for INSERT let every row pass",
                    Severity.HIGH,
                    "All policies that count for an exposed role together let any row be "
                            + "written by an INSERT: a permissive one is always true, or asks only "
                            + "whether somebody is signed in, and no restrictive one asks more.",
                    "A user writes rows in the name of others, and fills the table.",
                    "Say in the INSERT policy whose rows are meant: an owner's or a "
                            + "tenant's column compared with who asks.",
                    Explained.access("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        return OpenGate.look(scene, INFO, Privilege.INSERT, Side.NEW, "inserts any row");
    }
}
