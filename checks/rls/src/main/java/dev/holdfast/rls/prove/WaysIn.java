package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * By which relations a session may make itself a member: the members' table, and the partitions and
 * children of it and what it is a part of, each of which is written under its own name with its own
 * grants and policies (PostgreSQL documentation, 5.10 Inheritance).
 */
public final class WaysIn {
    private WaysIn() {}

    /** Their oids; the table itself is always one of them. */
    public static Set<Long> of(Catalog catalog, EffectiveAccess access, Tenancy tenancy) {
        Set<Long> ways = new LinkedHashSet<>();
        Optional<Relation> members =
                tenancy.members().flatMap(each -> catalog.relation(each.table()));
        Optional<Long> role =
                tenancy.member().flatMap(each -> catalog.role(each.role())).map(each -> each.oid());
        if (members.isEmpty() || role.isEmpty()) {
            return ways;
        }
        if (members.get().kind().isTable()) {
            ways.add(members.get().oid());
        }
        for (long each : Lineage.of(catalog, members.get().oid())) {
            Relation part = catalog.relations().get(each);
            if (part != null
                    && (access.held(role.get(), part, Privilege.INSERT).isPresent()
                            || access.held(role.get(), part, Privilege.UPDATE).isPresent())) {
                ways.add(each);
            }
        }
        return ways;
    }
}
