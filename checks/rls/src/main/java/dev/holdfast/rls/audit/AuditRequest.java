package dev.holdfast.rls.audit;

import java.util.List;

/**
 * What an audit is asked for.
 *
 * @param schemas the exposed schemas; empty to go by the platform, where a check knows it
 * @param roles the roles that an attacker may have, by name; empty for the usual ones ({@link
 *     dev.holdfast.rls.access.ExposedRoles#usual})
 * @param settings the settings that policies are said to read ({@code app.tenant})
 * @param timeOrderedKeys whether keys must be UUIDs of version 7
 */
public record AuditRequest(
        List<String> schemas, List<String> roles, List<String> settings, boolean timeOrderedKeys) {
    public AuditRequest {
        schemas = List.copyOf(schemas);
        roles = List.copyOf(roles);
        settings = List.copyOf(settings);
    }

    /** The same in other schemas. */
    public AuditRequest in(List<String> others) {
        return new AuditRequest(others, roles, settings, timeOrderedKeys);
    }

    /** The usual roles in those schemas. */
    public static AuditRequest of(List<String> schemas) {
        return new AuditRequest(schemas, List.of(), List.of(), false);
    }
}
