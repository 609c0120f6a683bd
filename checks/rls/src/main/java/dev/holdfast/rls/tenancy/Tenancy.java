package dev.holdfast.rls.tenancy;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks, and whose a row is. Small and closed: what it names is held against the catalogue
 * before anything is proved.
 *
 * @param schemas that are exposed; empty when the spec does not say
 * @param anonymous the session of nobody
 * @param member the session of a user
 * @param identity the expression that yields who asks
 * @param owners columns by which a row belongs to a user; the first that a table has decides
 * @param tenants columns by which a row belongs to a tenant; the first that a table has decides
 * @param tenantTables tables whose tenant column has another name: the column by the table
 * @param members who is a member of which tenant
 * @param tenantSession the expression that yields the session's tenant or tenants
 * @param shared tables that are left out, and why
 * @param ownerTables tables whose owner column has another name: the column by the table
 * @param parents tables whose rows belong to the tenant of the row that they refer to: the
 *     referring column by the table
 */
public record Tenancy(
        List<String> schemas,
        Optional<SessionSpec> anonymous,
        Optional<SessionSpec> member,
        Optional<String> identity,
        List<String> owners,
        List<String> tenants,
        Map<String, String> tenantTables,
        Optional<Members> members,
        Optional<String> tenantSession,
        Map<String, String> shared,
        Map<String, String> ownerTables,
        Map<String, String> parents) {
    public Tenancy {
        schemas = List.copyOf(schemas);
        owners = List.copyOf(owners);
        tenants = List.copyOf(tenants);
        tenantTables = Map.copyOf(tenantTables);
        shared = Map.copyOf(shared);
        ownerTables = Map.copyOf(ownerTables);
        parents = Map.copyOf(parents);
    }

    /** One in which no row belongs to somebody by a column of another name or by another row. */
    public Tenancy(
            List<String> schemas,
            Optional<SessionSpec> anonymous,
            Optional<SessionSpec> member,
            Optional<String> identity,
            List<String> owners,
            List<String> tenants,
            Map<String, String> tenantTables,
            Optional<Members> members,
            Optional<String> tenantSession,
            Map<String, String> shared) {
        this(
                schemas,
                anonymous,
                member,
                identity,
                owners,
                tenants,
                tenantTables,
                members,
                tenantSession,
                shared,
                Map.of(),
                Map.of());
    }

    /** The same, with what the short form leaves out. */
    public Tenancy with(Map<String, String> ownedBy, Map<String, String> through) {
        return new Tenancy(
                schemas,
                anonymous,
                member,
                identity,
                owners,
                tenants,
                tenantTables,
                members,
                tenantSession,
                shared,
                ownedBy,
                through);
    }

    /** The column by which a table's rows belong to a user. */
    public Optional<Column> owner(Relation relation) {
        return column(relation, ownerTables, owners);
    }

    /** The column of its own by which a table's rows belong to a tenant. */
    public Optional<Column> tenant(Relation relation) {
        return column(relation, tenantTables, tenants);
    }

    private static Optional<Column> column(
            Relation relation, Map<String, String> tables, List<String> columns) {
        String named = tables.get(relation.fullName());
        return named != null
                ? relation.column(named)
                : columns.stream().flatMap(each -> relation.column(each).stream()).findFirst();
    }

    /** Whether rows of the table belong to anybody. */
    public boolean says(Relation relation) {
        return owner(relation).isPresent()
                || tenant(relation).isPresent()
                || parents.containsKey(relation.fullName());
    }

    /** Whether rows of any table belong to a user. */
    public boolean hasOwners() {
        return !owners.isEmpty() || !ownerTables.isEmpty();
    }

    /** Whether rows of any table belong to a tenant. */
    public boolean hasTenants() {
        return !tenants.isEmpty() || !tenantTables.isEmpty();
    }

    /** Whether the role's name says who asks, so that each user is a role of a group. */
    public boolean usersAreRoles() {
        return identity.map(each -> each.strip().equalsIgnoreCase("current_user")).orElse(false);
    }

    /**
     * A session.
     *
     * @param role that is set
     * @param settings that are set, with {@code ${user}} and {@code ${tenants}} in them
     */
    public record SessionSpec(String role, Map<String, String> settings) {
        public SessionSpec {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * The table of who is a member of which tenant.
     *
     * @param table with its schema
     * @param user the column of the user
     * @param tenant the column of the tenant
     */
    public record Members(String table, String user, String tenant) {}
}
