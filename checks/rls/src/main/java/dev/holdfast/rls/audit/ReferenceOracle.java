package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pitfall 20: a foreign key is checked without policies. */
final class ReferenceOracle implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "reference-oracle",
                    "A foreign key reaches rows of others",
                    Severity.LOW,
                    "An exposed role writes a table whose foreign key points to a table "
                            + "with policies, and the key does not include a column that these "
                            + "policies look at.",
                    "A row may point to a row of another tenant that cannot be seen, and "
                            + "whether the key exists is told by the error (measured).",
                    "Include the tenant's column in the key: FOREIGN KEY (org_id, "
                            + "parent_id) REFERENCES parent (org_id, id).",
                    Explained.cwe(203),
                    Explained.asvs("8.4.1"),
                    Explained.manual("ddl-rowsecurity"),
                    Explained.manual("ddl-constraints"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.tables()) {
            List<Long> roles = scene.holders(table, Privilege.INSERT);
            if (roles.isEmpty()) {
                continue;
            }
            for (Constraint key : scene.catalog().constraintsOf(table.oid())) {
                Relation target = scene.catalog().relations().get(key.target());
                if (key.kind() != Constraint.Kind.FOREIGN_KEY
                        || target == null
                        || !target.rowSecurity()
                        || target.schema().equals("auth")
                        || isCopy(scene, table, key)) {
                    continue;
                }
                Set<Integer> guards = scene.guards().columns(target);
                boolean hidden =
                        roles.stream()
                                .anyMatch(role ->
                                        scene.strength(role, target, Command.SELECT, Side.OLD)
                                                == Strength.DEPENDS);
                // A column of the key that the table's own policies look at is bound by these.
                Set<Integer> own = scene.guards().columns(table);
                if (hidden
                        && !guards.isEmpty()
                        && key.targetColumns().stream().noneMatch(guards::contains)
                        && key.columns().stream().noneMatch(own::contains)) {
                    found.add(
                            Found.of(
                                            table.fullName()
                                                    + "("
                                                    + columns(table, key.columns())
                                                    + ")",
                                            table.fullName(),
                                            "rows of "
                                                    + table.fullName()
                                                    + " may point to rows of "
                                                    + target.fullName()
                                                    + " that cannot be seen: "
                                                    + key.name()
                                                    + " does not include "
                                                    + columns(target, List.copyOf(guards)))
                                    .with("roles", scene.names(roles))
                                    .with("tables", List.of(target.fullName()))
                                    .with("constraint", List.of(key.name())));
                }
            }
        }
        return found;
    }

    /** The key of a partition repeats the one of its parent. */
    static boolean isCopy(Scene scene, Relation table, Constraint key) {
        return scene.around().ancestors(table).stream()
                .flatMap(each -> scene.catalog().constraintsOf(each.oid()).stream())
                .anyMatch(each -> each.name().equals(key.name()) && each.target() == key.target());
    }

    static String columns(Relation table, List<Integer> numbers) {
        return String.join(
                ", ",
                numbers.stream()
                        .map(each -> table.column(each).map(Column::name).orElse("?"))
                        .toList());
    }
}
