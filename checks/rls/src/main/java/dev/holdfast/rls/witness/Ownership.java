package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.prove.Belonging;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;

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
        Belonging.owner(relation, tenancy)
                .ifPresent(each ->
                        ways.add(
                                "(%1$s IS NOT NULL AND %1$s::text <> %2$s)"
                                        .formatted(Quoted.name(each.name()), canonical(each))));
        Belonging.tenant(relation, tenancy)
                .ifPresent(each -> ways.add(stranger(Quoted.name(each.name()))));
        return ways.isEmpty() ? "FALSE" : "(" + String.join(" OR ", ways) + ")";
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
