package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the sessions may do after a migration that they could not do before, and the other way
 * round: proved does not mean that an application still works, nor that it was meant to do more.
 */
final class Consequences {
    private static final Map<Command, Privilege> COMMANDS = commands();

    private Consequences() {}

    private static Map<Command, Privilege> commands() {
        Map<Command, Privilege> commands = new LinkedHashMap<>();
        commands.put(Command.SELECT, Privilege.SELECT);
        commands.put(Command.INSERT, Privilege.INSERT);
        commands.put(Command.UPDATE, Privilege.UPDATE);
        commands.put(Command.DELETE, Privilege.DELETE);
        return Map.copyOf(commands);
    }

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
                for (Command each :
                        List.of(Command.SELECT, Command.INSERT, Command.UPDATE, Command.DELETE)) {
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

    /** Whether any row at all may be reached so. */
    private static boolean reaches(
            EffectiveAccess access, String role, String table, Command command) {
        Optional<Role> who = access.catalog().role(role);
        Optional<Relation> relation =
                access.catalog().allRelations().stream()
                        .filter(each -> each.fullName().equals(table))
                        .findFirst();
        Privilege privilege = COMMANDS.get(command);
        if (who.isEmpty() || relation.isEmpty() || privilege == null) {
            return false;
        }
        long oid = who.get().oid();
        return access.held(oid, relation.get(), privilege).isPresent()
                && (access.enforcement(oid, relation.get()) != Enforcement.ENFORCED
                        || !access.gate(oid, relation.get(), command).permissive().isEmpty());
    }
}
