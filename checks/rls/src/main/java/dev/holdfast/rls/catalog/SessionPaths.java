package dev.holdfast.rls.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The search paths that a new session may begin with: as ALTER DATABASE and ALTER ROLE set them, or
 * as the server does. Services of Supabase, which no client's session is of, have paths of their
 * own that do not count.
 */
final class SessionPaths {
    private static final String USER = "\"$user\"";
    private static final String NO_SCHEMA = "\"holdfast_nobody\"";

    /** This session's own, where it is not the role's. */
    private static final String SERVERS =
            """
            SELECT CASE WHEN EXISTS (
                     SELECT FROM pg_catalog.pg_db_role_setting s
                       JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
                            CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS each
                      WHERE r.rolname = session_user AND each LIKE 'search\\_path=%')
                   THEN boot_val ELSE reset_val END
              FROM pg_catalog.pg_settings WHERE name = 'search_path'
            """;

    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> users = new LinkedHashSet<>();

    private SessionPaths() {}

    static SessionPaths read(Connection connection, Catalog catalog) throws SQLException {
        SessionPaths all = new SessionPaths();
        Rows rows = new Rows(connection);
        List<String> general = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        rows.each(
                """
                SELECT s.setrole = 0,
                       substr(each, length('search_path=') + 1)
                  FROM pg_catalog.pg_db_role_setting s
                       CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS each
                       LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
                       LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
                 WHERE each LIKE 'search\\_path=%'
                   AND (s.setdatabase = 0 OR d.datname = pg_catalog.current_database())
                   AND coalesce(r.rolname, '') !~ '^supabase_'
                 ORDER BY s.setdatabase DESC, s.setrole
                """,
                row -> (row.flag(1) ? general : roles).add(row.text(2)));
        // What is set for the database comes before what is set for all of them.
        all.paths.add(general.isEmpty() ? rows.one(SERVERS) : general.getFirst());
        all.paths.addAll(roles);
        all.users.add(NO_SCHEMA);
        catalog.roles().values().stream()
                .map(Role::name)
                .filter(catalog.schemas()::containsKey)
                .map(each -> "\"" + each.replace("\"", "\"\"") + "\"")
                .forEach(all.users::add);
        return all;
    }

    /** Where the function may look names up: as it sets itself, else as a session may begin. */
    Set<String> of(Function function) {
        Set<String> found = new LinkedHashSet<>();
        for (String path : own(function)) {
            for (String user : path.contains(USER) ? users : Set.of(USER)) {
                String said = path.replace(USER, user);
                found.add(said.isBlank() || said.equals("\"\"") ? "''" : said);
            }
        }
        return found;
    }

    private Set<String> own(Function function) {
        for (String each : function.settings()) {
            if (each.startsWith("search_path=")) {
                return Set.of(each.substring("search_path=".length()));
            }
        }
        return paths;
    }
}
