package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;
import java.util.Optional;

/** The exposed tables, and how they refer to each other. */
final class Tables {
    private final Catalog catalog;
    private final List<Relation> all;

    Tables(Catalog catalog, List<String> schemas) {
        this.catalog = catalog;
        this.all =
                catalog.allRelations().stream()
                        .filter(each -> each.kind().isTable() && !each.partition())
                        .filter(each -> each.extension().isEmpty())
                        .filter(each -> schemas.contains(each.schema()))
                        .toList();
    }

    /** The column that a column refers to. */
    record Target(Relation relation, Column column) {}

    List<Relation> all() {
        return all;
    }

    Catalog catalog() {
        return catalog;
    }

    /** What a column refers to, by itself or with others. */
    List<Target> targets(Relation relation, Column column) {
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                .flatMap(each -> target(each, column).stream())
                .toList();
    }

    private Optional<Target> target(Constraint key, Column column) {
        int at = key.columns().indexOf(column.number());
        Relation relation = catalog.relations().get(key.target());
        return at < 0 || relation == null
                ? Optional.empty()
                : relation.column(key.targetColumns().get(at))
                        .map(each -> new Target(relation, each));
    }

    /** Whether a column alone is the primary key. */
    boolean isKey(Relation relation, Column column) {
        return catalog.constraintsOf(relation.oid()).stream()
                .anyMatch(each ->
                        each.kind() == Constraint.Kind.PRIMARY_KEY
                                && each.columns().equals(List.of(column.number())));
    }

    /** Whether two columns together are unique. */
    boolean isPair(Relation relation, Column one, Column other) {
        List<Integer> pair = List.of(one.number(), other.number());
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each ->
                        each.kind() == Constraint.Kind.PRIMARY_KEY
                                || each.kind() == Constraint.Kind.UNIQUE)
                .anyMatch(each -> each.columns().size() == 2 && each.columns().containsAll(pair));
    }

    boolean isOfUsers(Relation relation) {
        return relation.fullName().equals("auth.users") || Words.isTableOfUsers(relation.name());
    }

    /** Whether a column refers to the users. */
    boolean refersToUsers(Relation relation, Column column) {
        return targets(relation, column).stream().anyMatch(each -> isOfUsers(each.relation()));
    }

    /** Whether a column refers to something, and not to the users. */
    boolean refersElsewhere(Relation relation, Column column) {
        List<Target> targets = targets(relation, column);
        return !targets.isEmpty() && targets.stream().noneMatch(each -> isOfUsers(each.relation()));
    }
}
