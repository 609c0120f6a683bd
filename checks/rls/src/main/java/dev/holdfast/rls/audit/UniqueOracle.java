package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Index;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pitfall 21: a unique index tells of rows that cannot be seen. */
final class UniqueOracle implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "unique-oracle",
                    "A unique index tells which values others have",
                    Severity.LOW,
                    "A unique index of a table with policies covers no column that these "
                            + "look at, and an exposed role may write the table. Keys of type uuid "
                            + "are left out: nobody guesses them.",
                    "The error of a duplicate tells that another tenant has that value, an "
                            + "address or a name (measured).",
                    "Make the value unique for each tenant: UNIQUE (org_id, slug). Where it"
                            + " must be unique for all, accept the finding with that reason.",
                    Explained.cwe(203),
                    Explained.asvs("8.4.1"),
                    Explained.manual("ddl-rowsecurity"),
                    Explained.manual("indexes-unique"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.ownGuarded()) {
            List<Long> roles =
                    scene.bound(table, Privilege.INSERT).stream()
                            .filter(role ->
                                    scene.strength(role, table, Command.INSERT, Side.NEW)
                                                    != Strength.NEVER
                                            && scene.strength(role, table, Command.SELECT, Side.OLD)
                                                    == Strength.DEPENDS)
                            .toList();
            Set<Integer> guards = scene.guards().columns(table);
            if (roles.isEmpty() || guards.isEmpty()) {
                continue;
            }
            for (Index index : scene.catalog().indexesOf(table.oid())) {
                if (index.unique()
                        && !index.primary()
                        && index.columns().stream().noneMatch(guards::contains)
                        && index.columns().stream().noneMatch(each -> isUuid(table, each))) {
                    found.add(
                            Found.of(
                                            table.fullName()
                                                    + "("
                                                    + ReferenceOracle.columns(
                                                            table, index.columns())
                                                    + ")",
                                            table.fullName(),
                                            "the unique index "
                                                    + index.name()
                                                    + " of "
                                                    + table.fullName()
                                                    + " tells "
                                                    + String.join(", ", scene.names(roles))
                                                    + " which values rows have that cannot be seen")
                                    .with("roles", scene.names(roles))
                                    .with("index", List.of(index.name())));
                }
            }
        }
        return found;
    }

    private static boolean isUuid(Relation table, int column) {
        return table.column(column).filter(each -> each.typeName().equals("uuid")).isPresent();
    }
}
