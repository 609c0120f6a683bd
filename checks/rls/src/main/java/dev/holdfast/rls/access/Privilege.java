package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Command;
import java.util.Optional;

/** A privilege on relations (PostgreSQL documentation, 5.8 Privileges). */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    /** Since PostgreSQL 17. */
    MAINTAIN;

    /** Whether it can be granted on single columns. */
    public boolean onColumns() {
        return switch (this) {
            case SELECT, INSERT, UPDATE, REFERENCES -> true;
            case DELETE, TRUNCATE, TRIGGER, MAINTAIN -> false;
        };
    }

    /** The command whose policies count; none for what row security does not look at. */
    public Optional<Command> command() {
        return switch (this) {
            case SELECT -> Optional.of(Command.SELECT);
            case INSERT -> Optional.of(Command.INSERT);
            case UPDATE -> Optional.of(Command.UPDATE);
            case DELETE -> Optional.of(Command.DELETE);
            case TRUNCATE, REFERENCES, TRIGGER, MAINTAIN -> Optional.empty();
        };
    }

    /** The predefined role that has it on everything, or the empty text. */
    String predefinedRole() {
        return switch (this) {
            case SELECT -> "pg_read_all_data";
            case INSERT, UPDATE, DELETE -> "pg_write_all_data";
            case MAINTAIN -> "pg_maintain";
            case TRUNCATE, REFERENCES, TRIGGER -> "";
        };
    }
}
