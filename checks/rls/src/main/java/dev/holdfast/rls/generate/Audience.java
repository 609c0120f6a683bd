package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The roles of the sessions, and those that lose what they had. */
final class Audience {
    private final Catalog catalog;
    private final EffectiveAccess access;
    private final Optional<Role> anonymous;
    private final Optional<Role> member;

    Audience(Catalog catalog, EffectiveAccess access, Tenancy tenancy) {
        this.catalog = catalog;
        this.access = access;
        this.anonymous = tenancy.anonymous().flatMap(each -> catalog.role(each.role()));
        this.member = tenancy.member().flatMap(each -> catalog.role(each.role()));
    }

    Optional<Role> anonymous() {
        return anonymous;
    }

    Optional<Role> member() {
        return member;
    }

    /** The roles that read what is shared, as SQL. */
    List<String> readers() {
        return sessions().map(each -> Names.of(each.name())).toList();
    }

    /** The roles of the sessions. */
    Stream<Role> sessions() {
        return Stream.concat(anonymous.stream(), member.stream()).distinct();
    }

    /** {@code PUBLIC, anon, authenticated}: who stands for strangers and tenants. */
    String everybody() {
        return String.join(", ", Stream.concat(Stream.of("PUBLIC"), readers().stream()).toList());
    }

    /** The same, and whoever else has something on a table and is bound by policies. */
    List<String> losing(Relation relation) {
        List<Grant> grants = new ArrayList<>(relation.acl());
        relation.columns().forEach(each -> grants.addAll(each.acl()));
        return losing(grants, relation.owner());
    }

    /** The same for a list of grants. */
    List<String> losing(List<Grant> grants, long owner) {
        Set<String> others = new TreeSet<>();
        for (Grant each : grants) {
            Role role = catalog.roles().get(each.grantee());
            if (role != null
                    && each.grantee() != owner
                    && !role.superuser()
                    && !role.bypassesRowSecurity()) {
                others.add(Names.of(role.name()));
            }
        }
        Set<String> all = new LinkedHashSet<>(List.of("PUBLIC"));
        all.addAll(readers());
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Whether no policy ever counts for a role. */
    boolean isExempt(long role) {
        Role it = catalog.roles().get(role);
        return it != null && (it.superuser() || it.bypassesRowSecurity());
    }

    /** Whether somebody of the sessions is a role, or may become it. */
    boolean mayBe(long role) {
        return sessions()
                .anyMatch(each ->
                        access.roles().has(each.oid(), role)
                                || access.roles().settable(each.oid()).containsKey(role));
    }

    /** Whether whoever read the catalogue, and so runs migrations, may act for a role. */
    boolean actsAs(long role) {
        return catalog.role(catalog.server().user())
                .filter(each -> each.superuser() || access.roles().has(each.oid(), role))
                .isPresent();
    }
}
