package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.DefaultAcl;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Pitfall 39: what is granted on objects that do not exist yet. */
final class DefaultPrivileges implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "default-privileges",
                    "New tables are granted to exposed roles",
                    Severity.LOW,
                    "Default privileges give an exposed role or PUBLIC privileges on tables"
                            + " that will be made in an exposed schema, or everywhere. Info when they"
                            + " speak of sequences and functions only.",
                    "The next table is reachable before anybody has enabled row security on"
                            + " it.",
                    "ALTER DEFAULT PRIVILEGES … REVOKE ALL ON TABLES FROM the role, and "
                            + "GRANT table by table.",
                    Explained.cwe(276),
                    Explained.asvs("8.2.1"),
                    Explained.manual("sql-alterdefaultprivileges"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<String, Set<String>> grants = new TreeMap<>();
        Map<String, Set<String>> roles = new TreeMap<>();
        Set<String> tables = new HashSet<>();
        for (DefaultAcl each : scene.catalog().defaultAcls()) {
            if (!each.schema().isEmpty() && !scene.concerns(each.schema())) {
                continue;
            }
            for (Grant grant : each.acl()) {
                for (long role : scene.roles()) {
                    if (grant.grantee() != each.owner()
                            && (grant.grantee() == Role.PUBLIC
                                    || scene.access().roles().has(role, grant.grantee()))
                            && "rSf".indexOf(each.objects()) >= 0) {
                        String subject =
                                each.schema().isEmpty() ? "database" : "schema:" + each.schema();
                        roles.computeIfAbsent(subject, _ -> new LinkedHashSet<>())
                                .add(scene.catalog().roleName(role));
                        grants.computeIfAbsent(subject, _ -> new LinkedHashSet<>())
                                .add(text(scene, each, grant));
                        if (each.objects() == 'r' && makesTables(scene, each.owner())) {
                            tables.add(subject);
                        }
                    }
                }
            }
        }
        List<Found> found = new ArrayList<>();
        grants.forEach((subject, all) -> {
            Found one =
                    Found.of(
                                    subject,
                                    "what is made in "
                                            + subject.replace("schema:", "the schema ")
                                                    .replace("database", "any schema")
                                            + " is granted to "
                                            + String.join(
                                                    ", ", roles.getOrDefault(subject, Set.of())))
                            .with("roles", roles.getOrDefault(subject, Set.of()))
                            .with("grants", all);
            found.add(tables.contains(subject) ? one : one.as(Severity.INFO));
        });
        return found;
    }

    /** A role that owns no table here, as the platform's own, is unlikely to make the next. */
    private static boolean makesTables(Scene scene, long owner) {
        return scene.tables().isEmpty()
                || scene.tables().stream().anyMatch(each -> each.owner() == owner);
    }

    private static String text(Scene scene, DefaultAcl acl, Grant grant) {
        String objects =
                switch (acl.objects()) {
                    case 'r' -> "tables";
                    case 'S' -> "sequences";
                    default -> "functions";
                };
        return grant.privilege()
                + " on "
                + objects
                + " that "
                + scene.catalog().roleName(acl.owner())
                + " makes: granted to "
                + scene.catalog().roleName(grant.grantee());
    }
}
