package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Words;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pitfall 26: IS NOT DISTINCT FROM matches nobody's rows with nobody. */
final class NullIdentityMatch implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "null-identity-match",
                    "A missing identity matches rows without an owner",
                    Severity.MEDIUM,
                    "A policy compares a column that may be NULL with the session by IS NOT"
                            + " DISTINCT FROM, which is true when both are NULL.",
                    "A session without an identity sees all rows that have no owner "
                            + "(measured).",
                    "Compare with =, or declare the column NOT NULL.",
                    Explained.cwe(697),
                    Explained.asvs("8.2.2"),
                    Explained.manual("functions-comparison"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            Relation table = scene.table(policy);
            Set<Integer> columns = new TreeSet<>();
            for (Expression each : scene.expressions().of(policy)) {
                Inside.each(
                        each,
                        (part, queries) -> {
                            if (queries.isEmpty()
                                    && part instanceof Expression.Negation not
                                    && not.of() instanceof Expression.Distinct it) {
                                nullable(scene, table, it.left(), it.right(), columns);
                                nullable(scene, table, it.right(), it.left(), columns);
                            }
                        });
            }
            if (!columns.isEmpty()) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        table.fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + table.fullName()
                                                + " shows rows whose "
                                                + ReferenceOracle.columns(
                                                        table, List.copyOf(columns))
                                                + " is NULL to a session without an identity")
                                .with("policies", List.of(policy.name())));
            }
        }
        return found;
    }

    private static void nullable(
            Scene scene, Relation table, Expression left, Expression right, Set<Integer> columns) {
        if (Words.bare(left) instanceof Expression.ColumnOf column
                && scene.words().isOfSessionOnly(right)
                && table.column(column.number()).filter(each -> !each.notNull()).isPresent()) {
            columns.add(column.number());
        }
    }
}
