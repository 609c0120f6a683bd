package dev.holdfast.rls.server.migration;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement that PostgreSQL keeps for superusers, that bears on who may do what, and that hosted
 * platforms let their owners run. The superuser runs it for the owner, so the whole statement has
 * to have one form that is known to do nothing else and to run no foreign code.
 */
enum SuperuserForm {
    /**
     * Enables row level security on each new table, say. From 17 on superusers can be kept from
     * firing it ({@code event_triggers}).
     */
    EVENT_TRIGGER(
            17,
            Integer.MAX_VALUE,
            "CREATE\\s+EVENT\\s+TRIGGER\\s+NAME\\s+ON"
                    + "\\s+(?:ddl_command_start|ddl_command_end|sql_drop|table_rewrite)\\s+"
                    + "(?:WHEN\\s+TAG\\s+IN\\s*\\(\\s*'[A-Z ]{1,40}'(?:\\s*,\\s*'[A-Z ]{1,40}')*\\s*\\)\\s*)?"
                    + "EXECUTE\\s+(?:FUNCTION|PROCEDURE)\\s+NAME(?:\\.NAME)?\\s*\\(\\s*\\)"),
    /** Up to 15 only a superuser makes roles with BYPASSRLS; from 16 on, who has it. */
    ROLE(
            0,
            15,
            "(?:CREATE|ALTER)\\s+(?:ROLE|USER)\\s+NAME(?:\\s+WITH)?"
                    + "(?:\\s+(?:(?:NO)?(?:LOGIN|INHERIT|BYPASSRLS|CREATEDB|CREATEROLE|REPLICATION)"
                    + "|(?:ENCRYPTED\\s+)?PASSWORD\\s+'[\\w .@:/+=-]{0,100}'))+"),
    /** All that is in all tables goes to whoever subscribes. */
    PUBLICATION(
            0,
            Integer.MAX_VALUE,
            "CREATE\\s+PUBLICATION\\s+NAME\\s+FOR\\s+ALL\\s+TABLES"
                    + "(?:\\s+WITH\\s*\\(\\s*publish\\s*=\\s*'[a-z, ]{1,60}'\\s*\\))?");

    private static final String NAME = "(?:[A-Za-z_]\\w{0,62}|\"[\\w -]{1,63}\")";

    private final int first;
    private final int last;
    private final String form;

    SuperuserForm(int first, int last, String form) {
        this.first = first;
        this.last = last;
        this.form = form;
    }

    /** Whether a statement has one of the forms on that version of the server. */
    static boolean fits(String statement, int majorVersion) {
        for (SuperuserForm each : values()) {
            if (majorVersion >= each.first && majorVersion <= each.last && each.is(statement)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(String statement) {
        return !statement.toLowerCase(Locale.ROOT).contains("holdfast_")
                && Pattern.compile("(?is)\\s*" + form.replace("NAME", NAME) + "\\s*")
                        .matcher(statement)
                        .matches();
    }
}
