package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 15: a materialized view has no row security. */
final class MaterializedView implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "materialized-view",
                    "A materialized view shows rows past the policies",
                    Severity.HIGH,
                    "An exposed role can read a materialized view. It holds what its owner "
                            + "saw at the last refresh, and cannot have policies. Low where no table "
                            + "behind it has row security.",
                    "Everybody who may read it sees the rows of all tenants that went into "
                            + "it (measured).",
                    "REVOKE SELECT on it, move it to a schema that is not exposed, and show"
                            + " it through a function or view that filters.",
                    Explained.access("rules-materializedviews", "ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation view : scene.relations(Relation.Kind.MATERIALIZED_VIEW)) {
            List<Long> roles = scene.holders(view, Privilege.SELECT);
            if (roles.isEmpty()) {
                continue;
            }
            List<Relation> tables = scene.around().tablesOf(view);
            Found one =
                    Found.of(
                                    view.fullName(),
                                    "",
                                    "the materialized view "
                                            + view.fullName()
                                            + " shows "
                                            + String.join(", ", scene.names(roles))
                                            + " all that it holds"
                                            + (tables.isEmpty()
                                                    ? ""
                                                    : " of "
                                                            + String.join(
                                                                    ", ",
                                                                    tables.stream()
                                                                            .map(Relation::fullName)
                                                                            .toList())))
                            .with("roles", scene.names(roles))
                            .with("tables", tables.stream().map(Relation::fullName).toList())
                            .with("grants", scene.grants(roles, view, Privilege.SELECT));
            found.add(tables.stream().anyMatch(Relation::rowSecurity) ? one : one.as(Severity.LOW));
        }
        return found;
    }
}
