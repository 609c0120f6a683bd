package dev.holdfast.rls.catalog;

/** A command that a policy speaks of (pg_policy.polcmd). */
public enum Command {
    SELECT('r'),
    INSERT('a'),
    UPDATE('w'),
    DELETE('d'),
    ALL('*');

    private final char letter;

    Command(char letter) {
        this.letter = letter;
    }

    /**
     * The command of a letter of the catalogue.
     *
     * @throws IllegalArgumentException when no command has it
     */
    public static Command of(char letter) {
        for (Command each : values()) {
            if (each.letter == letter) {
                return each;
            }
        }
        throw new IllegalArgumentException("no command: " + letter);
    }

    /** Whether a policy for this command counts when that one is executed. */
    public boolean concerns(Command executed) {
        return this == ALL || this == executed;
    }
}
