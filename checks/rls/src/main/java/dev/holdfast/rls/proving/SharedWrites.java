package dev.holdfast.rls.proving;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may write a table that everybody shares: that nobody asked for. */
final class SharedWrites {
    private static final List<Privilege> WRITES =
            List.of(Privilege.DELETE, Privilege.INSERT, Privilege.UPDATE);

    private SharedWrites() {}

    /** For people: {@code authenticated may UPDATE it}. */
    static List<String> of(Relation relation, EffectiveAccess access, Tenancy tenancy) {
        List<String> lines = new ArrayList<>();
        List<Role> roles =
                Stream.of(tenancy.anonymous(), tenancy.member())
                        .flatMap(Optional::stream)
                        .flatMap(each -> access.catalog().role(each.role()).stream())
                        .distinct()
                        .toList();
        for (Role role : roles) {
            WRITES.stream()
                    .filter(each -> access.reachesAny(role.oid(), relation, each))
                    .forEach(each -> lines.add(role.name() + " may " + each + " it"));
        }
        return lines;
    }
}
