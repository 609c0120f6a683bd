package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import java.util.List;

/** Pitfall 10: all policies for DELETE together do not look at the row. */
final class OpenDelete implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "open-delete",
                    "Policies for DELETE let every row pass",
                    Severity.HIGH,
                    "All policies that count for an exposed role together let any row be "
                            + "removed by a DELETE: a permissive one is always true, or asks only "
                            + "whether somebody is signed in, and no restrictive one asks more.",
                    "A DELETE without WHERE and RETURNING asks no SELECT policy: it removes"
                            + " the rows of others that cannot be read (measured).",
                    "Say in the DELETE policy whose rows are meant: an owner's or a "
                            + "tenant's column compared with who asks.",
                    Explained.access("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        return OpenGate.look(scene, INFO, Privilege.DELETE, Side.OLD, "deletes any row");
    }
}
