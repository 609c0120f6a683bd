package dev.holdfast.rls.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The commands of pg_relation_is_updatable: a bit each, by its number in {@code CmdType}. */
enum Written {
    UPDATE(2, Command.UPDATE),
    INSERT(3, Command.INSERT),
    DELETE(4, Command.DELETE);

    /** What a table takes. */
    static final int ALL = 1 << 2 | 1 << 3 | 1 << 4;

    private final int number;
    private final Command command;

    Written(int number, Command command) {
        this.number = number;
        this.command = command;
    }

    /** The commands whose bits are set. */
    static Set<Command> of(int bits) {
        Set<Command> found = EnumSet.noneOf(Command.class);
        Arrays.stream(values())
                .filter(each -> (bits & 1 << each.number) != 0)
                .forEach(each -> found.add(each.command));
        return found;
    }
}
