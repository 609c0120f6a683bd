package dev.holdfast.rls.trial;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.List;
import java.util.Optional;

/**
 * Commands that no policy lets through for a role: without a permissive one no row passes
 * (sql-createpolicy). Nobody can reach a row of his own so, and need not.
 */
final class NoPolicy {
    private final EffectiveAccess access;
    private final Relation relation;

    NoPolicy(EffectiveAccess access, Relation relation) {
        this.access = access;
        this.relation = relation;
    }

    /**
     * The command that lets nothing through.
     *
     * @param words as a cell names what was tried
     */
    Optional<Command> of(String role, String words) {
        Optional<Role> known = access.catalog().role(role);
        return known.flatMap(who ->
                commands(words).stream()
                        .filter(each -> access.isClosed(who.oid(), relation, each))
                        .findFirst());
    }

    /** All gates that the statement has to pass. */
    private static List<Command> commands(String words) {
        if (words.startsWith("SELECT") || words.startsWith("COPY TO")) {
            return List.of(Command.SELECT);
        }
        if (words.startsWith("INSERT … ON CONFLICT DO UPDATE")) {
            return List.of(Command.INSERT, Command.UPDATE);
        }
        if (words.startsWith("INSERT")) {
            return List.of(Command.INSERT);
        }
        if (words.startsWith("MERGE that deletes")) {
            return List.of(Command.DELETE);
        }
        if (words.startsWith("UPDATE") || words.startsWith("MERGE")) {
            return List.of(Command.UPDATE);
        }
        return words.startsWith("DELETE") ? List.of(Command.DELETE) : List.of();
    }
}
