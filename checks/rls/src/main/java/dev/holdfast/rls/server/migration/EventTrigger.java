package dev.holdfast.rls.server.migration;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code CREATE EVENT TRIGGER}, which PostgreSQL keeps for superusers and hosted platforms give
 * their owners: without it a trigger that enables row level security on each new table would be
 * missed. The superuser makes it, so the whole statement has to have the one form that is known to
 * do nothing else; from PostgreSQL 17 on, where superusers can be kept from firing it.
 */
final class EventTrigger {
    /** The version with the setting {@code event_triggers}. */
    static final int SINCE = 17;

    private static final String NAME = "(?:[A-Za-z_]\\w{0,62}|\"[\\w ]{1,63}\")";
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?is)\\s*CREATE\\s+EVENT\\s+TRIGGER\\s+"
                            + NAME
                            + "\\s+ON\\s+(?:ddl_command_start|ddl_command_end|sql_drop|table_rewrite)\\s+"
                            + "(?:WHEN\\s+TAG\\s+IN\\s*\\(\\s*'[A-Z ]{1,40}'(?:\\s*,\\s*'[A-Z ]{1,40}')*\\s*\\)\\s*)?"
                            + "EXECUTE\\s+(?:FUNCTION|PROCEDURE)\\s+"
                            + NAME
                            + "(?:\\."
                            + NAME
                            + ")?\\s*\\(\\s*\\)\\s*");

    private EventTrigger() {}

    /** The statement, when it makes an event trigger and cannot be anything else. */
    static Optional<String> in(String statement) {
        return WHOLE.matcher(statement).matches() ? Optional.of(statement) : Optional.empty();
    }
}
