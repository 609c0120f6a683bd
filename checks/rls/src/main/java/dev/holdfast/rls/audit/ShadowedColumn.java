package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Words;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.expression.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pitfall 29: a name that means the column of the inner table. */
final class ShadowedColumn implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "shadowed-column",
                    "A column is compared with itself",
                    Severity.HIGH,
                    "A policy compares a column with itself. In a subquery a bare name "
                            + "means the column of the inner table and not that of the policy's row.",
                    "m.org_id = org_id becomes m.org_id = m.org_id, which is true of every "
                            + "row: all tenants are visible (measured).",
                    "Write the table's name before the column: m.org_id = documents.org_id.",
                    Explained.access("sql-createpolicy", "queries-table-expressions"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            Set<String> columns = new LinkedHashSet<>();
            for (Expression each : scene.expressions().of(policy)) {
                Inside.each(
                        each,
                        (part, queries) -> {
                            if (part instanceof Expression.Operation it
                                    && scene.words().isOperator(it.operator(), "=")
                                    && it.arguments().size() == 2
                                    && Words.bare(it.arguments().getFirst())
                                            instanceof Expression.ColumnOf column
                                    && column.equals(Words.bare(it.arguments().getLast()))) {
                                columns.add(name(scene, policy, column, queries));
                            }
                        });
            }
            if (!columns.isEmpty()) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        scene.table(policy).fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + scene.table(policy).fullName()
                                                + " compares "
                                                + String.join(", ", columns)
                                                + " with itself")
                                .with("policies", List.of(policy.name()))
                                .with("columns", columns));
            }
        }
        return found;
    }

    private static String name(
            Scene scene, Policy policy, Expression.ColumnOf column, List<Query> queries) {
        long oid =
                Inside.isOfRow(column, queries)
                        ? policy.relation()
                        : Inside.relation(column, queries).orElse(0);
        Relation relation = scene.catalog().relations().get(oid);
        return relation == null
                ? "a column"
                : relation.fullName()
                        + "."
                        + relation.column(column.number()).map(Column::name).orElse("?");
    }
}
