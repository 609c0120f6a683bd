package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import java.util.List;

/** Pitfall 9: all policies for UPDATE together do not look at the row. */
final class OpenUpdate implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "open-update",
                    "Policies for UPDATE let every row pass",
                    Severity.HIGH,
                    "All policies that count for an exposed role together let any row be "
                            + "changed by an UPDATE: a permissive one is always true, or asks only "
                            + "whether somebody is signed in, and no restrictive one asks more.",
                    "A user changes the rows of others. An UPDATE without WHERE does not "
                            + "even need to see them.",
                    "Say in the UPDATE policy whose rows are meant: an owner's or a "
                            + "tenant's column compared with who asks.",
                    Explained.access("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        return OpenGate.look(scene, INFO, Privilege.UPDATE, Side.OLD, "changes any row");
    }
}
