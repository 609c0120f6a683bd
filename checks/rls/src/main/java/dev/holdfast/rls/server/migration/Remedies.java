package dev.holdfast.rls.server.migration;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.sql.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done about errors that only come of running in a server that has seen nothing before. */
final class Remedies {
    private static final int MOST_ASSUMED_ROLES = 50;
    private static final int JOINED_BY_ITSELF_SINCE = 16;

    private final Session session;
    private final Database database;
    private final List<String> assumedRoles = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();

    Remedies(Session session, Database database) {
        this.session = session;
        this.database = database;
    }

    List<String> assumedRoles() {
        return List.copyOf(assumedRoles);
    }

    /** Whether something was mended, so that the statement may work now. */
    boolean isWorthAnotherTry(ServerError error) throws SQLException {
        return assume(error.missingRole())
                || join(error.roleToJoin())
                || allow(error.deniedSetting());
    }

    /** Whether the statement was one that is only denied here, and is done now. */
    boolean madeItself(SqlStatement statement, ServerError error) throws SQLException {
        if (NewOwner.given(statement, error, session)) {
            return true;
        }
        Optional<String> trigger = EventTrigger.in(statement.text());
        if (trigger.isEmpty() || !error.isDenied() || session.majorVersion() < EventTrigger.SINCE) {
            return false;
        }
        try {
            database.asSuperuser(List.of(trigger.get()));
            return true;
        } catch (SQLException refused) {
            // Its function may be uncommitted; the owner's own error says enough.
            return false;
        }
    }

    private boolean assume(Optional<String> role) {
        if (role.isEmpty()
                || assumedRoles.size() >= MOST_ASSUMED_ROLES
                || !worked(role, "CREATE ROLE %s NOLOGIN")) {
            return false;
        }
        assumedRoles.add(role.get());
        return true;
    }

    private boolean join(Optional<String> role) {
        return worked(role, "GRANT %s TO CURRENT_USER");
    }

    private boolean worked(Optional<String> role, String statement) {
        if (role.isEmpty() || !tried.add(statement + role.get())) {
            return false;
        }
        try {
            session.runOurs(statement.formatted('"' + role.get().replace("\"", "\"\"") + '"'));
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** Lets the owner bind a setting to a role, as the owner of a hosted database may. */
    private boolean allow(Optional<String> setting) throws SQLException {
        if (setting.isEmpty() || !tried.add(setting.get())) {
            return false;
        }
        database.asSuperuser(
                List.of("GRANT SET ON PARAMETER " + setting.get() + " TO " + Database.OWNER));
        return true;
    }

    /**
     * Makes the owner a member of every role that it made, so that it can act as each. Since
     * PostgreSQL 16 it already is.
     */
    void joinRoles() throws SQLException {
        if (session.majorVersion() >= JOINED_BY_ITSELF_SINCE) {
            return;
        }
        session.runOurs(
                """
                DO $$
                DECLARE
                  made name;
                BEGIN
                  FOR made IN
                    SELECT rolname FROM pg_catalog.pg_roles
                    WHERE NOT rolsuper AND rolname !~ '^pg_' AND rolname <> CURRENT_USER
                      AND rolname <> 'supabase_admin'
                      AND NOT pg_catalog.pg_has_role(CURRENT_USER, oid, 'MEMBER')
                  LOOP
                    BEGIN
                      EXECUTE pg_catalog.format('GRANT %I TO CURRENT_USER', made);
                    EXCEPTION WHEN OTHERS THEN
                      NULL; -- It is a member of ours.
                    END;
                  END LOOP;
                END $$
                """);
    }
}
