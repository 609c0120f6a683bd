package dev.holdfast.rls.tenancy;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table whose rows say to which tenant the rows of another belong ({@code tenant.parents}).
 *
 * @param reference the column that refers to it
 * @param relation the parent
 * @param key the column that is referred to
 * @param checked whether the server holds every row to it at once and by the same value: a key may
 *     be deferred, or find another text by a nondeterministic collation
 */
public record Parent(Column reference, Relation relation, Column key, boolean checked) {

    /** The parent that the spec names for a table, when there is the foreign key for it. */
    public static Optional<Parent> of(Relation relation, Tenancy tenancy, Catalog catalog) {
        return Optional.ofNullable(tenancy.parents().get(relation.fullName()))
                .flatMap(relation::column)
                .flatMap(each -> only(references(relation, each, catalog)));
    }

    /** What a column alone refers to. */
    public static List<Parent> references(Relation relation, Column column, Catalog catalog) {
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                .filter(each -> each.columns().equals(List.of(column.number())))
                .flatMap(each -> of(column, each, catalog).stream())
                .toList();
    }

    private static Optional<Parent> of(Column column, Constraint key, Catalog catalog) {
        return Optional.ofNullable(catalog.relations().get(key.target()))
                .flatMap(target ->
                        target.column(key.targetColumns().getFirst())
                                .map(each -> new Parent(column, target, each, key.validated())));
    }

    private static Optional<Parent> only(List<Parent> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * The parents of a table, from its own to the one whose tenant column decides.
     *
     * @return nothing when one of them is not there, or they come back to one another, so that
     *     nobody knows whose a row is
     */
    public static Optional<List<Parent>> chain(
            Relation relation, Tenancy tenancy, Catalog catalog) {
        List<Parent> chain = new ArrayList<>();
        Set<Relation> met = new HashSet<>();
        Relation at = relation;
        while (tenancy.tenant(at).isEmpty()) {
            Optional<Parent> parent = of(at, tenancy, catalog);
            if (!met.add(at) || parent.isEmpty()) {
                return Optional.empty();
            }
            chain.add(parent.get());
            at = parent.get().relation();
        }
        return Optional.of(List.copyOf(chain));
    }

    /** The tenant column that decides whose a table's rows are: its own, or that of a parent. */
    public static Optional<Column> tenant(Relation relation, Tenancy tenancy, Catalog catalog) {
        return chain(relation, tenancy, catalog)
                .map(each -> each.isEmpty() ? relation : each.getLast().relation())
                .flatMap(tenancy::tenant);
    }
}
