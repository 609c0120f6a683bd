package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Membership;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a role may do by grants, and whether policies count for it (PostgreSQL, 5.7 and 5.8). */
final class Privileges {
    private final Catalog catalog;

    Privileges(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The role and those whose privileges it has without SET ROLE. */
    Set<Long> has(Role role) {
        Set<Long> all = new HashSet<>(Set.of(role.oid(), Role.PUBLIC));
        Deque<Long> open = new ArrayDeque<>(List.of(role.oid()));
        while (!open.isEmpty()) {
            long member = open.pop();
            for (Membership each : catalog.memberships()) {
                if (each.member() == member && each.inherits() && all.add(each.role())) {
                    open.push(each.role());
                }
            }
        }
        return all;
    }

    /** Whether policies say nothing to the role at that table. */
    boolean bypasses(Role role, Relation relation) {
        return !relation.rowSecurity()
                || role.superuser()
                || role.bypassesRowSecurity()
                || (!relation.forced() && has(role).contains(relation.owner()));
    }

    /** Whether a policy counts for the role. */
    boolean concerns(Policy policy, Role role) {
        Set<Long> all = has(role);
        return policy.roles().stream().anyMatch(all::contains);
    }

    /** Whether the role has the privilege on the relation, or on one of its columns. */
    boolean may(Role role, Relation relation, String privilege) {
        return mayOnWhole(role, relation, privilege)
                || (mayReach(role, relation)
                        && relation.columns().stream()
                                .anyMatch(each -> grants(each.acl(), role, privilege)));
    }

    /** Whether the role may write that column. */
    boolean mayColumn(Role role, Relation relation, int number, String privilege) {
        return mayOnWhole(role, relation, privilege)
                || (mayReach(role, relation)
                        && relation.column(number)
                                .map(each -> grants(each.acl(), role, privilege))
                                .orElse(false));
    }

    private boolean mayOnWhole(Role role, Relation relation, String privilege) {
        return role.superuser()
                || (mayReach(role, relation) && grants(relation.acl(), role, privilege));
    }

    private boolean mayReach(Role role, Relation relation) {
        Schema schema = catalog.schemas().get(relation.schema());
        return role.superuser() || schema == null || grants(schema.acl(), role, "USAGE");
    }

    private boolean grants(List<Grant> acl, Role role, String privilege) {
        Set<Long> all = has(role);
        return acl.stream()
                .anyMatch(
                        each -> each.privilege().equals(privilege) && all.contains(each.grantee()));
    }
}
