package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pitfall 33: no index helps the policies. */
final class UnindexedPolicy implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "unindexed-policy",
                    "No index begins with a column that policies look at",
                    Severity.INFO,
                    "No index of the table begins with one of the columns that its SELECT "
                            + "policies look at.",
                    "No hole: every query reads the whole table, which tempts to make "
                            + "policies weaker.",
                    "CREATE INDEX ON the column that says whose a row is.",
                    Explained.manual("indexes-intro"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.ownGuarded()) {
            Set<Integer> columns = new TreeSet<>();
            for (Policy policy : scene.access().policiesOf(table)) {
                if (policy.command().concerns(Command.SELECT) && scene.counts(policy)) {
                    scene.expressions()
                            .of(policy)
                            .forEach(each -> columns.addAll(scene.guards().columns(each)));
                }
            }
            boolean indexed =
                    scene.catalog().indexesOf(table.oid()).stream()
                            .anyMatch(each ->
                                    each.valid()
                                            && !each.columns().isEmpty()
                                            && columns.contains(each.columns().getFirst()));
            if (!columns.isEmpty() && !indexed) {
                found.add(
                        Found.of(
                                table.fullName(),
                                table.fullName(),
                                "no index of "
                                        + table.fullName()
                                        + " begins with "
                                        + ReferenceOracle.columns(table, List.copyOf(columns))
                                        + ", which its policies look at"));
            }
        }
        return found;
    }
}
