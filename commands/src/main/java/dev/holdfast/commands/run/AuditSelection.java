package dev.holdfast.commands.run;

import dev.holdfast.rls.audit.AuditRequest;
import java.util.List;

/** What an audit of row level security is asked for: by options, and by the policy. */
public final class AuditSelection {
    static final String TIME_ORDERED = "time-ordered";

    private AuditSelection() {}

    /**
     * The request.
     *
     * @param schemas that are exposed; empty to go by the platform
     * @param roles that an attacker may have; empty to go by the policy
     */
    public static AuditRequest of(Workspace workspace, List<String> schemas, List<String> roles) {
        return new AuditRequest(
                schemas,
                roles(workspace, roles),
                List.of(),
                workspace.policy().text("rls", "keys").equals(TIME_ORDERED));
    }

    /** The roles that are named, else those of the policy; empty for the usual ones. */
    public static List<String> roles(Workspace workspace, List<String> named) {
        return named.isEmpty() ? workspace.policy().texts("rls", "roles") : named;
    }
}
