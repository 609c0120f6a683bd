package dev.holdfast.rls.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Roles, schemas, and what stands beside relations. */
final class ServerRows {
    private static final String PATH = "search_path=";

    private final Rows rows;

    ServerRows(Rows rows) {
        this.rows = rows;
    }

    Server server() throws SQLException {
        List<String> paths = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        rows.each(
                """
                SELECT coalesce(r.rolname, ''), each
                  FROM pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) AS each
                       LEFT JOIN pg_database d ON d.oid = s.setdatabase
                       LEFT JOIN pg_roles r ON r.oid = s.setrole
                 WHERE (s.setdatabase = 0 OR d.datname = current_database())
                   AND coalesce(r.rolname, '') !~ '^supabase_'
                 ORDER BY 1, 2
                """,
                row -> {
                    String setting = row.text(2);
                    if (setting.startsWith(PATH)) {
                        paths.add(row.text(1) + setting.substring(PATH.length() - 1));
                    } else {
                        settings.add((row.text(1) + " " + setting).strip());
                    }
                });
        List<String> parameters = new ArrayList<>();
        rows.each(
                """
                SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE r.rolname END || ' ' || p.parname
                  FROM pg_parameter_acl p CROSS JOIN LATERAL aclexplode(p.paracl) AS a
                       LEFT JOIN pg_roles r ON r.oid = a.grantee
                 WHERE a.privilege_type = 'SET' ORDER BY 1
                """,
                row -> parameters.add(row.text(1)));
        List<Server> servers = new ArrayList<>();
        rows.each(
                "SELECT current_setting('server_version_num')::int, current_database(), current_user",
                row ->
                        servers.add(
                                new Server(
                                        (int) row.number(1),
                                        row.text(2),
                                        row.text(3),
                                        paths,
                                        settings,
                                        parameters)));
        return servers.getFirst();
    }

    Map<Long, Role> roles() throws SQLException {
        Map<Long, Role> roles = new LinkedHashMap<>();
        rows.each(
                """
                SELECT oid, rolname, rolsuper, rolinherit, rolcreaterole, rolcanlogin,
                       rolreplication, rolbypassrls
                  FROM pg_roles ORDER BY rolname
                """,
                row ->
                        roles.put(
                                row.number(1),
                                new Role(
                                        row.number(1),
                                        row.text(2),
                                        row.flag(3),
                                        row.flag(4),
                                        row.flag(5),
                                        row.flag(6),
                                        row.flag(7),
                                        row.flag(8))));
        return roles;
    }

    /** Since PostgreSQL 16 each membership says by itself what it gives (sql-grant). */
    List<Membership> memberships(Server server) throws SQLException {
        String each =
                server.major() >= 16 ? "m.inherit_option, m.set_option" : "r.rolinherit, true";
        List<Membership> memberships = new ArrayList<>();
        rows.each(
                "SELECT m.roleid, m.member, "
                        + each
                        + ", m.admin_option FROM pg_auth_members m JOIN pg_roles r ON r.oid ="
                        + " m.member ORDER BY 1, 2",
                row ->
                        memberships.add(
                                new Membership(
                                        row.number(1),
                                        row.number(2),
                                        row.flag(3),
                                        row.flag(4),
                                        row.flag(5))));
        return memberships;
    }

    Map<String, Schema> schemas() throws SQLException {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        rows.each(
                "SELECT oid, nspname, nspowner, "
                        + Acls.sql("nspacl", "'n'", "nspowner")
                        + " FROM pg_namespace WHERE nspname !~ '^pg_(toast|temp|toast_temp)'"
                        + " ORDER BY nspname",
                row ->
                        schemas.put(
                                row.text(2),
                                new Schema(
                                        row.number(1), row.text(2), row.number(3), row.grants(4))));
        return schemas;
    }

    List<DefaultAcl> defaultAcls() throws SQLException {
        List<DefaultAcl> acls = new ArrayList<>();
        rows.each(
                "SELECT d.defaclrole, coalesce(n.nspname, ''), d.defaclobjtype, "
                        + Acls.exploded("d.defaclacl")
                        + " FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid ="
                        + " d.defaclnamespace ORDER BY 2, 3, 1",
                row ->
                        acls.add(
                                new DefaultAcl(
                                        row.number(1), row.text(2), row.letter(3), row.grants(4))));
        return acls;
    }

    List<Publication> publications() throws SQLException {
        List<Publication> publications = new ArrayList<>();
        rows.each(
                """
                SELECT p.pubname, t.schemaname, t.tablename,
                       CASE WHEN p.pubinsert THEN 'a' ELSE '' END
                       || CASE WHEN p.pubupdate THEN 'w' ELSE '' END
                       || CASE WHEN p.pubdelete THEN 'd' ELSE '' END
                       || CASE WHEN p.pubtruncate THEN 't' ELSE '' END
                  FROM pg_publication p JOIN pg_publication_tables t USING (pubname)
                 ORDER BY 1, 2, 3
                """,
                row ->
                        publications.add(
                                new Publication(
                                        row.text(1), row.text(2), row.text(3), row.text(4))));
        return publications;
    }

    List<Extension> extensions() throws SQLException {
        List<Extension> extensions = new ArrayList<>();
        rows.each(
                """
                SELECT e.extname, n.nspname, e.extversion
                  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace ORDER BY 1
                """,
                row -> extensions.add(new Extension(row.text(1), row.text(2), row.text(3))));
        return extensions;
    }
}
