package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roles that an attacker may have.
 *
 * @param roles their oids; {@link Role#PUBLIC} is everybody
 * @param missing names that were asked for and that the server does not have
 */
public record ExposedRoles(List<Long> roles, List<String> missing) {
    private static final Set<String> ANONYMOUS = Set.of("anon", "web_anon", "anonymous");

    public ExposedRoles {
        roles = List.copyOf(roles);
        missing = List.copyOf(missing);
    }

    /** The roles of those names; {@code PUBLIC} is a name, too. */
    public static ExposedRoles named(Catalog catalog, List<String> names) {
        List<Long> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Optional<Role> role = catalog.role(name);
            if (role.isPresent()) {
                found.add(role.orElseThrow().oid());
            } else if (name.toUpperCase(Locale.ROOT).equals("PUBLIC")) {
                found.add(Role.PUBLIC);
            } else {
                missing.add(name);
            }
        }
        return new ExposedRoles(found, missing);
    }

    /**
     * Everybody, all roles that can log in, and all that grants or policies of the database name:
     * an application's role is often made elsewhere, or is a group of those that log in. Left out
     * are roles that no policy ever counts for (superusers, BYPASSRLS), PostgreSQL's own, and those
     * that own relations and cannot log in.
     */
    public static ExposedRoles everybody(Catalog catalog) {
        Set<Long> named = new HashSet<>();
        Set<Long> owners = new HashSet<>();
        for (Relation each : catalog.allRelations()) {
            owners.add(each.owner());
            each.acl().forEach(grant -> named.add(grant.grantee()));
            each.columns()
                    .forEach(column -> column.acl().forEach(grant -> named.add(grant.grantee())));
        }
        catalog.policies().forEach(each -> named.addAll(each.roles()));
        named.removeAll(owners);
        List<Long> roles = new ArrayList<>(List.of(Role.PUBLIC));
        catalog.roles().values().stream()
                .filter(each -> !each.superuser() && !each.bypassesRowSecurity())
                .filter(each -> !each.name().startsWith("pg_"))
                .filter(each -> each.login() || named.contains(each.oid()))
                .map(Role::oid)
                .forEach(roles::add);
        return new ExposedRoles(roles, List.of());
    }

    /**
     * The roles of the API: those that {@code authenticator} may become (PostgREST documentation,
     * Authentication), but those that no policy ever counts for; without it the ones that Supabase
     * and PostgREST usually have, and whoever else holds something; without these {@link
     * #everybody}.
     */
    public static ExposedRoles usual(Catalog catalog) {
        List<Long> api = switchedTo(catalog);
        if (!api.isEmpty()) {
            return new ExposedRoles(api, List.of());
        }
        List<String> usual =
                Stream.of("anon", "web_anon", "authenticated")
                        .filter(each -> catalog.role(each).isPresent())
                        .toList();
        if (usual.isEmpty()) {
            return everybody(catalog);
        }
        List<Long> roles = new ArrayList<>(named(catalog, usual).roles());
        OtherRoles.of(new EffectiveAccess(catalog), roles, catalog.allRelations()).keySet().stream()
                .map(Role::oid)
                .forEach(roles::add);
        return new ExposedRoles(roles, List.of());
    }

    private static List<Long> switchedTo(Catalog catalog) {
        long gate = catalog.role("authenticator").map(Role::oid).orElse(-1L);
        return catalog.memberships().stream()
                .filter(each -> each.member() == gate && each.sets())
                .map(each -> catalog.roles().get(each.role()))
                .filter(Objects::nonNull)
                .filter(each -> !each.superuser() && !each.bypassesRowSecurity())
                .sorted(Comparator.comparing(Role::name))
                .map(Role::oid)
                .toList();
    }

    /** Whether the role stands for people who have not signed in. */
    public static boolean isAnonymous(Catalog catalog, long role) {
        return role == Role.PUBLIC || ANONYMOUS.contains(catalog.roleName(role));
    }
}
