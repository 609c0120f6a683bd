package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Roles that hold privileges beside those that somebody speaks of. */
public final class OtherRoles {
    private OtherRoles() {}

    /**
     * Each with what it holds that not everybody does, as text by the relation. Left out are roles
     * for which policies do not count, owners, and PostgreSQL's own.
     *
     * @param spokenOf their oids
     */
    public static Map<Role, Map<String, List<String>>> of(
            EffectiveAccess access, Collection<Long> spokenOf, Collection<Relation> relations) {
        Catalog catalog = access.catalog();
        Set<Long> owners = new HashSet<>();
        catalog.allRelations().forEach(each -> owners.add(each.owner()));
        Map<Role, Map<String, List<String>>> found = new LinkedHashMap<>();
        catalog.roles().values().stream()
                .filter(each -> !spokenOf.contains(each.oid()))
                .filter(each -> !each.superuser() && !each.bypassesRowSecurity())
                .filter(each -> !owners.contains(each.oid()))
                .filter(each -> !each.name().startsWith("pg_"))
                .sorted(Comparator.comparing(Role::name))
                .forEach(each -> {
                    Map<String, List<String>> held = held(access, each, relations);
                    if (!held.isEmpty()) {
                        found.put(each, held);
                    }
                });
        return found;
    }

    private static Map<String, List<String>> held(
            EffectiveAccess access, Role role, Collection<Relation> relations) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Relation relation : relations) {
            for (Held each : access.held(role.oid(), relation)) {
                if (each.because().stream().anyMatch(OtherRoles::isItsOwn)) {
                    all.computeIfAbsent(relation.fullName(), _ -> new ArrayList<>())
                            .add(each.text());
                }
            }
        }
        return all;
    }

    /** What PUBLIC holds everybody holds, the roles that are spoken of, too. */
    private static boolean isItsOwn(Because because) {
        return !(because.kind() == Because.Kind.GRANT && because.grantee().equals("PUBLIC"));
    }
}
