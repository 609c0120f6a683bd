package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 5: BYPASSRLS and SUPERUSER are not inherited, but had by SET ROLE. */
final class BypassReachable implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "bypass-reachable",
                    "An exposed role escapes row security",
                    Severity.CRITICAL,
                    "An exposed role has BYPASSRLS or SUPERUSER, may become a role that has"
                            + " it by SET ROLE, or may make itself one with CREATEROLE.",
                    "One statement, SET ROLE, ends all policies of the database for whoever"
                            + " can send SQL as that role.",
                    "REVOKE the membership, or ALTER ROLE … NOBYPASSRLS NOCREATEROLE; give "
                            + "the service's key to the service only.",
                    Explained.access("ddl-rowsecurity", "role-membership", "sql-set-role"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (long role : scene.roles()) {
            List<String> ways = new ArrayList<>();
            scene.access()
                    .roles()
                    .bypassing(role)
                    .forEach((it, way) ->
                            ways.add(
                                    String.join(" > ", way)
                                            + (it.superuser() ? " (superuser)" : " (BYPASSRLS)")));
            Role itself = scene.catalog().roles().get(role);
            if (itself != null && itself.createRole() && scene.catalog().server().major() < 16) {
                // Before 16 CREATEROLE could grant every role that is no superuser
                // (sql-createrole).
                ways.add(itself.name() + " (CREATEROLE)");
            }
            if (!ways.isEmpty()) {
                String name = scene.catalog().roleName(role);
                found.add(
                        Found.of(
                                        "role:" + name,
                                        name + " escapes row security: " + String.join("; ", ways))
                                .with("roles", List.of(name))
                                .with("memberships", ways));
            }
        }
        return found;
    }
}
