package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the sessions may do after a migration that they could not do before, and the other way
 * round: proved does not mean that an application still works, nor that it was meant to do more.
 */
final class Consequences {
    private static final List<Privilege> COMMANDS =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private Consequences() {}

    /** Each in a line, table by table. */
    static List<String> of(Migration migration, Catalog before, Catalog after, Tenancy tenancy) {
        EffectiveAccess old = new EffectiveAccess(before);
        EffectiveAccess now = new EffectiveAccess(after);
        List<String> lines = new ArrayList<>();
        List<String> roles =
                Stream.concat(tenancy.anonymous().stream(), tenancy.member().stream())
                        .map(Tenancy.SessionSpec::role)
                        .distinct()
                        .toList();
        for (String table : new TreeSet<>(migration.tables())) {
            for (String role : roles) {
                List<String> gained = new ArrayList<>();
                List<String> lost = new ArrayList<>();
                for (Privilege each : COMMANDS) {
                    boolean could = reaches(old, role, table, each);
                    boolean can = reaches(now, role, table, each);
                    if (can && !could) {
                        gained.add(each.name());
                    } else if (could && !can) {
                        lost.add(each.name());
                    }
                }
                say(lines, table, role, "gains", gained);
                say(lines, table, role, "loses", lost);
            }
        }
        return lines;
    }

    private static void say(
            List<String> lines, String table, String role, String what, List<String> commands) {
        if (!commands.isEmpty()) {
            lines.add("%s %s %s on %s".formatted(role, what, String.join(", ", commands), table));
        }
    }

    private static boolean reaches(
            EffectiveAccess access, String role, String table, Privilege privilege) {
        Optional<Role> who = access.catalog().role(role);
        return who.isPresent()
                && access.catalog()
                        .relation(table)
                        .filter(each -> access.reachesAny(who.get().oid(), each, privilege))
                        .isPresent();
    }
}
