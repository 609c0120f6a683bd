package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.tenancy.Parent;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose rows are, in SQL: what the database's owner asks to see whether a row is another's.
 *
 * @param user who asks
 * @param tenants that he is a member of, before he does anything
 */
record Ownership(Tenancy tenancy, Catalog catalog, String user, List<String> tenants) {
    Ownership {
        tenants = List.copyOf(tenants);
    }

    /** The condition of a row that breaks a property when the session reaches it. */
    String breaks(Relation relation, Property property) {
        return switch (property) {
            case ANONYMOUS_READ -> "TRUE";
            case ESCALATION -> becomes(relation);
            case CROSS_READ, CROSS_INSERT, CROSS_UPDATE, CROSS_DELETE -> foreign(relation);
        };
    }

    private String foreign(Relation relation) {
        List<String> ways = new ArrayList<>();
        tenancy.owner(relation)
                .ifPresent(each ->
                        ways.add(
                                "(%1$s IS NOT NULL AND %1$s::text <> %2$s)"
                                        .formatted(Quoted.name(each.name()), canonical(each))));
        strangers(relation).ifPresent(ways::add);
        return ways.isEmpty() ? "FALSE" : "(" + String.join(" OR ", ways) + ")";
    }

    /**
     * A row of another tenant, by its own column or by the row that it refers to. What is inside of
     * the query is a column of the parent, what is outside of it one of the table.
     */
    private Optional<String> strangers(Relation relation) {
        Optional<List<Parent>> chain = Parent.chain(relation, tenancy, catalog);
        return Parent.tenant(relation, tenancy, catalog)
                .map(column -> {
                    String condition = stranger(Quoted.name(column.name()));
                    for (Parent each : chain.orElseThrow().reversed()) {
                        condition =
                                "%s IN (SELECT %s FROM %s WHERE %s)"
                                        .formatted(
                                                Quoted.name(each.reference().name()),
                                                Quoted.name(each.key().name()),
                                                Quoted.name(each.relation()),
                                                condition);
                    }
                    return condition;
                });
    }

    /** As the column's type writes it, so that texts are the same where values are. */
    private String canonical(Column column) {
        return "(%s::%s)::text".formatted(Quoted.text(user), column.typeName());
    }

    private String stranger(String column) {
        String list = String.join(", ", tenants.stream().map(Quoted::text).toList());
        return tenants.isEmpty()
                ? "(" + column + " IS NOT NULL)"
                : "(%1$s IS NOT NULL AND %1$s::text NOT IN (%2$s))".formatted(column, list);
    }

    private String becomes(Relation relation) {
        Tenancy.Members members = tenancy.members().orElseThrow();
        Column column = relation.column(members.user()).orElseThrow();
        return "(%s::text = %s AND %s)"
                .formatted(
                        Quoted.name(column.name()),
                        canonical(column),
                        stranger(Quoted.name(members.tenant())));
    }
}
