package dev.holdfast.rls.propose;

import dev.holdfast.rls.tenancy.Tenancy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A proposal as maps, lists and texts, for JSON. */
public final class ProposalMap {

    private ProposalMap() {}

    /** The spec under {@code tenancy}, under the keys that it has in a file; the rest beside it. */
    public static Map<String, Object> of(Proposal proposal) {
        Map<String, Object> map = new LinkedHashMap<>();
        proposal.tenancy().ifPresent(each -> map.put("tenancy", spec(each)));
        map.put("because", proposal.because());
        map.put("missing", proposal.missing());
        map.put("unsaid", proposal.unsaid());
        map.put("notes", proposal.notes());
        return map;
    }

    private static Map<String, Object> spec(Tenancy spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schemas", spec.schemas());
        Map<String, Object> sessions = new LinkedHashMap<>();
        spec.anonymous().ifPresent(each -> sessions.put("anonymous", session(each)));
        spec.member().ifPresent(each -> sessions.put("member", session(each)));
        map.put("sessions", sessions);
        spec.identity().ifPresent(each -> map.put("identity", each));
        Map<String, Object> owner = new LinkedHashMap<>();
        if (!spec.owners().isEmpty()) {
            owner.put("columns", spec.owners());
        }
        if (!spec.ownerTables().isEmpty()) {
            owner.put("tables", new TreeMap<>(spec.ownerTables()));
        }
        if (!owner.isEmpty()) {
            map.put("owner", owner);
        }
        Map<String, Object> tenant = new LinkedHashMap<>();
        if (!spec.tenants().isEmpty()) {
            tenant.put("columns", spec.tenants());
        }
        if (!spec.tenantTables().isEmpty()) {
            tenant.put("tables", new TreeMap<>(spec.tenantTables()));
        }
        if (!spec.parents().isEmpty()) {
            tenant.put("parents", new TreeMap<>(spec.parents()));
        }
        spec.members()
                .ifPresent(each -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("table", each.table());
                    members.put("user", each.user());
                    members.put("tenant", each.tenant());
                    tenant.put("members", members);
                });
        spec.tenantSession().ifPresent(each -> tenant.put("session", each));
        if (!tenant.isEmpty()) {
            map.put("tenant", tenant);
        }
        return map;
    }

    private static Map<String, Object> session(Tenancy.SessionSpec session) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", session.role());
        if (!session.settings().isEmpty()) {
            map.put("settings", new TreeMap<>(session.settings()));
        }
        return map;
    }
}
