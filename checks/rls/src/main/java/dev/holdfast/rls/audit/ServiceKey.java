package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who else reaches a role that no policy counts for: the isolation of the service's key. */
final class ServiceKey implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "service-role-reach",
                    "Who may become a role without row security",
                    Severity.INFO,
                    "Login roles that are not exposed may become a role "
                            + "with BYPASSRLS or SUPERUSER. With Supabase and PostgREST a token whose role claim is "
                            + "that role is enough for it.",
                    "Whoever holds such a login, or the key that a token for service_role "
                            + "is signed with, gets at all rows.",
                    "Keep that list short: keys of service_role stay on servers, and each "
                            + "service has a role of its own.",
                    Explained.cwe(250),
                    Explained.asvs("13.2.2"),
                    Explained.manual("role-membership"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<String, List<String>> ways = new TreeMap<>();
        for (Role role : scene.catalog().roles().values()) {
            if (!role.login() || role.superuser() || scene.roles().contains(role.oid())) {
                continue;
            }
            scene.access()
                    .roles()
                    .bypassing(role.oid())
                    .forEach((it, way) -> {
                        if (way.size() > 1) {
                            ways.computeIfAbsent(it.name(), _ -> new ArrayList<>())
                                    .add(String.join(" > ", way));
                        }
                    });
        }
        List<Found> found = new ArrayList<>();
        ways.forEach((name, all) ->
                found.add(
                        Found.of(
                                        "role:" + name,
                                        "row security does not count for "
                                                + name
                                                + ", which is reached by "
                                                + String.join("; ", all)
                                                + (name.equals("service_role")
                                                        ? "; a token with the role claim service_role is enough"
                                                        : ""))
                                .with("memberships", all)));
        return found;
    }
}
