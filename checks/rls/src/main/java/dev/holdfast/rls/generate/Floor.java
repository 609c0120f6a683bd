package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The condition of a row that is the asker's. */
final class Floor {
    private final Catalog catalog;
    private final Tenancy tenancy;
    private final Tables tables;
    private final Asking asking;

    Floor(Catalog catalog, Tenancy tenancy, Tables tables, Asking asking) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.tables = tables;
        this.asking = asking;
    }

    /** As SQL. Both columns count where a table has both. */
    String of(Relation table) {
        List<String> all = new ArrayList<>();
        if (tables.is(table, Treatment.MEMBERS)) {
            // Asked directly: a policy of this table that asked this table would not end.
            Column user = table.column(members().user()).orElseThrow();
            all.add(isUser(user));
            tables.owner(table)
                    .filter(each -> !each.equals(user))
                    .ifPresent(each -> all.add(isUser(each)));
        } else {
            tables.owner(table).ifPresent(each -> all.add(isUser(each)));
            tables.tenant(table).ifPresent(each -> all.add(isOfTenant(each)));
            byParents(table).ifPresent(all::add);
        }
        return String.join("\n  AND ", all);
    }

    /** The columns that it looks at, of which an index has to begin with one. */
    List<Column> columns(Relation table) {
        if (tables.is(table, Treatment.MEMBERS)) {
            return List.of(
                    table.column(members().user()).orElseThrow(),
                    table.column(members().tenant()).orElseThrow());
        }
        List<Column> all = new ArrayList<>();
        tables.tenant(table).ifPresent(all::add);
        tables.owner(table).ifPresent(all::add);
        return all;
    }

    /**
     * That the row it refers to is one that the asker sees: a query of a policy is under the
     * policies of what it asks (ddl-rowsecurity), so that the parent's own floor decides.
     */
    private Optional<String> byParents(Relation table) {
        return tables.parents(table).stream()
                .findFirst()
                .map(each ->
                        "%s IN (SELECT p.%s FROM %s AS p)"
                                .formatted(
                                        Names.of(each.reference().name()),
                                        Names.of(each.key().name()),
                                        Names.of(each.relation())));
    }

    private Tenancy.Members members() {
        return tenancy.members().orElseThrow();
    }

    private String isUser(Column column) {
        return Names.of(column.name()) + " = " + asking.identity(column);
    }

    private String isOfTenant(Column column) {
        if (tenancy.members().isEmpty()) {
            return asking.isOfSession(column);
        }
        Relation members =
                catalog.allRelations().stream()
                        .filter(each -> each.fullName().equals(members().table()))
                        .findFirst()
                        .orElseThrow();
        Column user = members.column(members().user()).orElseThrow();
        Column tenant = members.column(members().tenant()).orElseThrow();
        String cast = tenant.type() == column.type() ? "" : "::" + Names.type(column);
        return "%s IN (SELECT m.%s%s FROM %s AS m WHERE m.%s = %s)"
                .formatted(
                        Names.of(column.name()),
                        Names.of(tenant.name()),
                        cast,
                        Names.of(members),
                        Names.of(user.name()),
                        asking.identity(user));
    }
}
