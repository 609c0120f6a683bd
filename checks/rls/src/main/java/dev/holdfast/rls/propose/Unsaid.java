package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.ExpressionReader;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tree.BadTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of which nothing says whose their rows are. */
final class Unsaid {
    private final Tables tables;
    private final Roles roles;
    private final Catalog catalog;

    Unsaid(Tables tables, Roles roles, Catalog catalog) {
        this.tables = tables;
        this.roles = roles;
        this.catalog = catalog;
    }

    /** Each with what speaks for its being shared, and what speaks for another table's. */
    Map<String, String> of(Tenancy tenancy) {
        Map<String, String> unsaid = new TreeMap<>();
        for (Relation each : tables.all()) {
            if (!tenancy.says(each)) {
                unsaid.put(each.fullName(), speaks(each, tenancy));
            }
        }
        return unsaid;
    }

    private String speaks(Relation relation, Tenancy tenancy) {
        List<String> all = new ArrayList<>();
        if (!relation.rowSecurity()) {
            all.add("row security is off");
        } else if (isOpenToRead(relation)) {
            all.add("a policy shows every row");
        }
        List<String> sessions =
                Stream.of(tenancy.anonymous(), tenancy.member())
                        .flatMap(Optional::stream)
                        .map(Tenancy.SessionSpec::role)
                        .distinct()
                        .toList();
        boolean written =
                sessions.stream()
                        .flatMap(each -> catalog.role(each).stream())
                        .anyMatch((Role each) -> roles.writes(each, relation));
        if (!sessions.isEmpty() && !written) {
            all.add("no grant to write it");
        }
        for (Column column : relation.columns()) {
            tables.targets(relation, column).stream()
                    .filter(each -> tenancy.says(each.relation()))
                    .forEach(each ->
                            all.add(
                                    "%s refers to %s, whose rows belong to somebody"
                                            .formatted(column.name(), each.relation().fullName())));
        }
        return String.join("; ", all);
    }

    private boolean isOpenToRead(Relation relation) {
        return catalog.policiesOf(relation.oid()).stream()
                .filter(each -> each.permissive() && each.command().concerns(Command.SELECT))
                .flatMap(each -> each.using().stream())
                .anyMatch(each -> isTrue(each.tree()));
    }

    private static boolean isTrue(String tree) {
        try {
            return ExpressionReader.read(tree) instanceof Expression.Literal it
                    && it.type() == Types.BOOL
                    && it.hex().filter(each -> each.startsWith("01")).isPresent();
        } catch (BadTree unknown) {
            return false;
        }
    }
}
