package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 24: a sequence tells how many rows there are. */
final class SequenceExposed implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "sequence-exposed",
                    "A sequence can be read",
                    Severity.INFO,
                    "An exposed role has SELECT on a sequence.",
                    "Its last value tells how many rows all tenants together have made "
                            + "(measured); pg_stats of a table with row security tells nothing.",
                    "GRANT USAGE and not SELECT on sequences, or use UUIDs or identity "
                            + "columns.",
                    Explained.cwe(203),
                    Explained.manual("ddl-priv"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation sequence : scene.relations(Relation.Kind.SEQUENCE)) {
            List<Long> roles = scene.holders(sequence, Privilege.SELECT);
            if (!roles.isEmpty()) {
                found.add(
                        Found.of(
                                        sequence.fullName(),
                                        "",
                                        String.join(", ", scene.names(roles))
                                                + " reads the last value of "
                                                + sequence.fullName())
                                .with("roles", scene.names(roles))
                                .with("grants", scene.grants(roles, sequence, Privilege.SELECT)));
            }
        }
        return found;
    }
}
