package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Parent;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that a migration is for, by name, and what each is to its tenants. */
final class Tables {
    private final Catalog catalog;
    private final Tenancy tenancy;
    private final Set<String> schemas;
    private final Map<Long, Treatment> treatments = new LinkedHashMap<>();

    Tables(Catalog catalog, Tenancy tenancy, Collection<String> schemas) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.schemas = Set.copyOf(schemas);
        List<Relation> all =
                inOrder(Set.of(Relation.Kind.TABLE, Relation.Kind.PARTITIONED_TABLE), true);
        all.forEach(each -> treatments.put(each.oid(), treatment(each)));
        Set<Long> tenants = tenants();
        treatments.replaceAll(
                (oid, is) -> is == Treatment.OWN && tenants.contains(oid) ? Treatment.TENANTS : is);
    }

    private Treatment treatment(Relation table) {
        if (table.partition()) {
            return Treatment.PARTITION;
        }
        if (tenancy.shared().containsKey(table.fullName())) {
            return Treatment.SHARED;
        }
        if (isMembers(table)) {
            return Treatment.MEMBERS;
        }
        if (tenancy.member().isEmpty() || !tenancy.says(table)) {
            return Treatment.CLOSED;
        }
        // Floors through parents do not prove for UPDATE.
        return parents(table).isEmpty() ? Treatment.OWN : Treatment.THROUGH_PARENT;
    }

    private boolean isMembers(Relation table) {
        return tenancy.member().isPresent()
                && tenancy.members()
                        .filter(each -> each.table().equals(table.fullName()))
                        .isPresent();
    }

    /** Tables whose own tenant column, alone, the tenant columns of others refer to. */
    private Set<Long> tenants() {
        return catalog.constraints().stream()
                .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                .filter(each -> each.target() != each.relation() && refersToTenant(each))
                .map(Constraint::target)
                .collect(Collectors.toSet());
    }

    private boolean refersToTenant(Constraint key) {
        Relation from = catalog.relations().get(key.relation());
        Relation to = catalog.relations().get(key.target());
        if (from == null || to == null) {
            return false;
        }
        Optional<Integer> child = memberTenant(from).or(() -> number(tenant(from)));
        Optional<Integer> parent = number(tenant(to));
        return key.columns().size() == 1
                && child.equals(Optional.of(key.columns().getFirst()))
                && parent.equals(Optional.of(key.targetColumns().getFirst()));
    }

    private Optional<Integer> memberTenant(Relation table) {
        return isMembers(table)
                ? number(tenancy.members().flatMap(each -> table.column(each.tenant())))
                : Optional.empty();
    }

    private static Optional<Integer> number(Optional<Column> column) {
        return column.map(Column::number);
    }

    /** The column by which rows belong to a user. */
    Optional<Column> owner(Relation table) {
        return tenancy.owner(table);
    }

    /** The column by which rows belong to a tenant. */
    Optional<Column> tenant(Relation table) {
        return tenancy.tenant(table);
    }

    /**
     * The tables above it by which rows belong to a tenant; none where a column of its own says.
     */
    List<Parent> parents(Relation table) {
        return Parent.chain(table, tenancy, catalog).orElse(List.of());
    }

    /** The columns of a table's primary key. */
    List<Integer> key(Relation table) {
        return catalog.constraintsOf(table.oid()).stream()
                .filter(each -> each.kind() == Constraint.Kind.PRIMARY_KEY)
                .flatMap(each -> each.columns().stream())
                .toList();
    }

    /** Columns that refer to a table whose rows belong to somebody. */
    List<String> possibleParents(Relation table) {
        return table.columns().stream()
                .filter(column ->
                        Parent.references(table, column, catalog).stream()
                                .anyMatch(each -> tenancy.says(each.relation())))
                .map(Column::name)
                .toList();
    }

    /** All of them, by name. */
    List<Relation> all() {
        return treatments.keySet().stream().map(catalog.relations()::get).toList();
    }

    /** What a relation is, when it is one of them. */
    Optional<Treatment> treatment(long relation) {
        return Optional.ofNullable(treatments.get(relation));
    }

    boolean is(Relation table, Treatment treatment) {
        return treatments.get(table.oid()) == treatment;
    }

    /** Other relations of the exposed schemas, by name; those of extensions are left alone. */
    List<Relation> relations(Relation.Kind kind) {
        return inOrder(Set.of(kind), false);
    }

    private List<Relation> inOrder(Set<Relation.Kind> kinds, boolean withMembers) {
        return catalog.allRelations().stream()
                .filter(each -> kinds.contains(each.kind()) && each.extension().isEmpty())
                .filter(each -> schemas.contains(each.schema()) || (withMembers && isMembers(each)))
                .sorted(Comparator.comparing(Relation::schema).thenComparing(Relation::name))
                .toList();
    }

    /** The schemas, by name; the one of the members' table among them. */
    List<String> schemas() {
        return java.util.stream.Stream.concat(
                        schemas.stream().filter(catalog.schemas()::containsKey),
                        all().stream().map(Relation::schema))
                .distinct()
                .sorted()
                .toList();
    }

    boolean isExposed(String schema) {
        return schemas.contains(schema);
    }
}
