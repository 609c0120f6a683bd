package dev.holdfast.rls.proving;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may write a table that everybody shares: that nobody asked for. */
final class SharedWrites {
    private static final Map<Command, Privilege> WRITES =
            Map.of(
                    Command.INSERT, Privilege.INSERT,
                    Command.UPDATE, Privilege.UPDATE,
                    Command.DELETE, Privilege.DELETE);

    private SharedWrites() {}

    /** For people: {@code authenticated may UPDATE it}. */
    static List<String> of(Relation relation, EffectiveAccess access, Tenancy tenancy) {
        List<String> lines = new ArrayList<>();
        Stream.concat(tenancy.anonymous().stream(), tenancy.member().stream())
                .map(Tenancy.SessionSpec::role)
                .distinct()
                .flatMap(each -> access.catalog().role(each).stream())
                .forEach(role ->
                        new TreeMap<>(WRITES)
                                .forEach((command, privilege) -> {
                                    boolean held =
                                            access.held(role.oid(), relation, privilege)
                                                    .isPresent();
                                    boolean passes =
                                            access.enforcement(role.oid(), relation)
                                                            != Enforcement.ENFORCED
                                                    || !access.gate(role.oid(), relation, command)
                                                            .permissive()
                                                            .isEmpty();
                                    if (held && passes) {
                                        lines.add(role.name() + " may " + command + " it");
                                    }
                                }));
        return lines;
    }
}
