package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 14: a view reads with its owner's rights. */
final class DefinerView implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "definer-view",
                    "A view shows rows past the policies",
                    Severity.HIGH,
                    "An exposed role can use a view that asks its tables with the rights of"
                            + " an owner for whom their policies do not count. Low where the tables "
                            + "behind have no row security of their own.",
                    "The view shows all rows of the table to everybody who may use the "
                            + "view, views of views included (measured).",
                    "ALTER VIEW … SET (security_invoker = true) (PostgreSQL 15 and newer), "
                            + "or give the view an owner for whom policies count.",
                    Explained.access("sql-createview", "rules-privileges"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation view : scene.relations(Relation.Kind.VIEW)) {
            List<WayAround> ways =
                    scene.ways().stream()
                            .filter(each -> each.kind() == WayAround.Kind.VIEW)
                            .filter(each -> each.through().equals(view.fullName()))
                            .filter(each -> each.enforcement() != Enforcement.ENFORCED)
                            .toList();
            if (ways.isEmpty()) {
                continue;
            }
            List<String> roles =
                    ways.stream()
                            .map(each -> scene.catalog().roleName(each.role()))
                            .distinct()
                            .toList();
            List<String> tables =
                    ways.stream().map(each -> each.target().fullName()).distinct().toList();
            Found one =
                    Found.of(
                                    view.fullName(),
                                    "",
                                    "the view "
                                            + view.fullName()
                                            + " shows "
                                            + String.join(", ", roles)
                                            + " rows of "
                                            + String.join(", ", tables)
                                            + " past their policies")
                            .with("roles", roles)
                            .with("tables", tables)
                            .with("ways", ways.stream().map(WayAround::text).toList())
                            .with(
                                    "privileges",
                                    ways.stream()
                                            .flatMap(each -> each.privileges().stream())
                                            .toList());
            found.add(ways.stream().anyMatch(WayAround::evades) ? one : one.as(Severity.LOW));
        }
        return found;
    }
}
