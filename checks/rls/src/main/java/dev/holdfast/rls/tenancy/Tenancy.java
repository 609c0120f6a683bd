package dev.holdfast.rls.tenancy;

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
        Map<String, String> shared) {
    public Tenancy {
        schemas = List.copyOf(schemas);
        owners = List.copyOf(owners);
        tenants = List.copyOf(tenants);
        tenantTables = Map.copyOf(tenantTables);
        shared = Map.copyOf(shared);
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
