package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By which columns rows belong to somebody: as a spec says, or as columns are usually called. */
final class Belongings {
    private static final Set<String> USERS =
            Set.of(
                    "user_id",
                    "userid",
                    "owner_id",
                    "owner",
                    "uid",
                    "created_by",
                    "author_id",
                    "profile_id",
                    "customer_id",
                    "customer",
                    "member_id",
                    "account_owner",
                    "sender_id",
                    "auth_user_id",
                    "username",
                    "owner_name");
    private static final Set<String> TENANTS =
            Set.of(
                    "org_id",
                    "organization_id",
                    "organisation_id",
                    "owner_org",
                    "tenant_id",
                    "tenant",
                    "team_id",
                    "workspace_id",
                    "company_id",
                    "account_id",
                    "project_owner_org",
                    "group_id",
                    "clinic_id",
                    "school_id",
                    "store_id",
                    "shop_id");

    private final Catalog catalog;
    private final Optional<Tenancy> tenancy;
    private final Map<Long, Boolean> owned = new HashMap<>();

    /** What a column says of a row. */
    enum Whose {
        USERS,
        TENANTS
    }

    Belongings(Catalog catalog, Optional<Tenancy> tenancy) {
        this.catalog = catalog;
        this.tenancy = tenancy;
    }

    /** Whether a column names a user or a tenant by itself. */
    Optional<Whose> of(Relation relation, Column column) {
        if (tenancy.isPresent() && !relation.schema().equals(Control.SCHEMA)) {
            return bySpec(relation, column, tenancy.get());
        }
        return byName(column.name()).or(() -> asTarget(relation, column));
    }

    private Optional<Whose> bySpec(Relation relation, Column column, Tenancy spec) {
        if (spec.owner(relation).filter(column::equals).isPresent()
                || spec.members()
                        .filter(each -> each.table().equals(relation.fullName()))
                        .filter(each -> each.user().equals(column.name()))
                        .isPresent()) {
            return Optional.of(Whose.USERS);
        }
        if (spec.tenant(relation).filter(column::equals).isPresent()) {
            return Optional.of(Whose.TENANTS);
        }
        return asTarget(relation, column);
    }

    private static Optional<Whose> byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return USERS.contains(lower)
                ? Optional.of(Whose.USERS)
                : TENANTS.contains(lower) ? Optional.of(Whose.TENANTS) : Optional.empty();
    }

    /**
     * The key of the table of users, and of that of tenants: columns that name them refer to it.
     */
    private Optional<Whose> asTarget(Relation relation, Column column) {
        return catalog.constraints().stream()
                .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                .filter(each -> each.target() == relation.oid() && each.columns().size() == 1)
                .filter(each -> each.targetColumns().equals(List.of(column.number())))
                .flatMap(each -> referring(each).stream())
                .findFirst();
    }

    private Optional<Whose> referring(Constraint key) {
        Relation from = catalog.relations().get(key.relation());
        if (from == null || from.oid() == key.target()) {
            return Optional.empty();
        }
        Column column = from.column(key.columns().getFirst()).orElseThrow();
        return tenancy.isEmpty() ? byName(column.name()) : named(from, column, tenancy.get());
    }

    private static Optional<Whose> named(Relation relation, Column column, Tenancy spec) {
        return spec.owner(relation).filter(column::equals).isPresent()
                ? Optional.of(Whose.USERS)
                : spec.tenant(relation).filter(column::equals).map(_ -> Whose.TENANTS);
    }

    /** Whether rows belong to somebody, by a column of their own or by the row they refer to. */
    boolean owned(Relation relation) {
        Boolean known = owned.get(relation.oid());
        if (known != null) {
            return known;
        }
        owned.put(relation.oid(), false);
        boolean itself =
                relation.columns().stream().anyMatch(each -> of(relation, each).isPresent());
        boolean by =
                itself
                        || keys(relation).stream()
                                .map(each -> catalog.relations().get(each.target()))
                                .anyMatch(each -> each != null && owned(each));
        owned.put(relation.oid(), by);
        return by;
    }

    List<Constraint> keys(Relation relation) {
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                .toList();
    }
}
