package dev.holdfast.rls.propose;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** With whose rights the sessions ask. */
final class Roles {
    private static final String AUTHENTICATED = "authenticated";
    private static final String MEMBER = "sessions.member";

    private final Tables tables;
    private final EffectiveAccess access;
    private final List<Role> exposed;
    private final Reasons reasons;

    Roles(Tables tables, EffectiveAccess access, Reasons reasons) {
        this.tables = tables;
        this.access = access;
        this.reasons = reasons;
        this.exposed =
                ExposedRoles.usual(access.catalog()).roles().stream()
                        .map(each -> access.catalog().roles().get(each))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private boolean isAnonymous(Role role) {
        return ExposedRoles.isAnonymous(access.catalog(), role.oid());
    }

    /** The role of people who have not signed in. */
    Optional<Role> anonymous() {
        Optional<Role> role = exposed.stream().filter(this::isAnonymous).findFirst();
        role.ifPresent(each ->
                reasons.add(
                        "sessions.anonymous",
                        "%s is the role of those who have not signed in; it has grants on %d of %d tables"
                                .formatted(each.name(), granted(each), tables.all().size())));
        return role;
    }

    /** The role of users: that policies name which ask the session, else that has grants. */
    Optional<Role> member(Set<Comparison> comparisons) {
        Map<Role, Long> named = named(comparisons);
        if (!named.isEmpty()) {
            List<Role> ranked =
                    named.keySet().stream()
                            .sorted(
                                    Comparator.comparingLong(
                                                    (Role each) -> -named.getOrDefault(each, 0L))
                                            .thenComparingLong(each -> -granted(each))
                                            .thenComparingLong(
                                                    each -> -members(each, named.keySet()))
                                            .thenComparing(Role::name))
                            .toList();
            Role first = ranked.getFirst();
            reasons.add(
                    MEMBER,
                    "%d policies that ask who it is are for %s"
                            .formatted(named.getOrDefault(first, 0L), first.name()));
            others(ranked);
            return Optional.of(first);
        }
        List<Role> having =
                exposed.stream()
                        .filter(each -> !isAnonymous(each))
                        .filter(each -> granted(each) > 0 || each.name().equals(AUTHENTICATED))
                        .toList();
        List<Role> granted =
                having.stream()
                        .sorted(
                                Comparator.comparingLong((Role each) -> -granted(each))
                                        .thenComparingLong(each -> -members(each, having))
                                        .thenComparing(Role::name))
                        .toList();
        if (granted.isEmpty()) {
            reasons.missing("which role users have: no role but the tables' owners has a grant");
            return Optional.empty();
        }
        reasons.add(
                MEMBER,
                "no policy that asks who it is names a role; %s has grants on %d of %d tables"
                        .formatted(
                                granted.getFirst().name(),
                                granted(granted.getFirst()),
                                tables.all().size()));
        others(granted);
        return Optional.of(granted.getFirst());
    }

    private void others(List<Role> ranked) {
        if (ranked.size() > 1) {
            reasons.add(
                    MEMBER,
                    "or is it "
                            + ranked.stream()
                                    .skip(1)
                                    .map(Role::name)
                                    .collect(Collectors.joining(" or "))
                            + "?");
        }
    }

    private Map<Role, Long> named(Set<Comparison> comparisons) {
        Map<Role, Long> named = new LinkedHashMap<>();
        comparisons.stream()
                .map(Comparison::policy)
                .distinct()
                .map(Policy::roles)
                .forEach(roles -> {
                    for (long each : roles) {
                        Role role = access.catalog().roles().get(each);
                        if (role != null
                                && !role.superuser()
                                && !role.bypassesRowSecurity()
                                && !isAnonymous(role)) {
                            named.merge(role, 1L, Long::sum);
                        }
                    }
                });
        return named;
    }

    /** How many of the others have all its rights: a group speaks for each role that is in it. */
    private long members(Role role, Collection<Role> all) {
        return all.stream()
                .filter(each -> !each.equals(role) && access.roles().has(each.oid(), role.oid()))
                .count();
    }

    /** On how many of the tables a role can do anything. */
    private long granted(Role role) {
        return tables.all().stream()
                .filter(each -> !access.held(role.oid(), each).isEmpty())
                .count();
    }

    /** Whether a role can write to a table. */
    boolean writes(Role role, Relation relation) {
        return access.held(role.oid(), relation, Privilege.INSERT).isPresent()
                || access.held(role.oid(), relation, Privilege.UPDATE).isPresent()
                || access.held(role.oid(), relation, Privilege.DELETE).isPresent();
    }
}
