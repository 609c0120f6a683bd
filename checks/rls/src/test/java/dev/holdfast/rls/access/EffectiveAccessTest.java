package dev.holdfast.rls.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class EffectiveAccessTest {
    private static final String TABLE =
            """
            CREATE TABLE t (id int, a text, b text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            """;

    private record Seen(Catalog catalog, EffectiveAccess access) {
        static Seen of(Lab lab, String sql) throws SQLException {
            Catalog catalog = lab.after(sql);
            return new Seen(catalog, new EffectiveAccess(catalog));
        }

        long role(String name) {
            return catalog.role(name).orElseThrow().oid();
        }

        Relation table() {
            return catalog.relation("public", "t").orElseThrow();
        }

        List<String> held(String role) {
            return access.held(role(role), table()).stream().map(Held::text).toList();
        }

        Enforcement enforcement(String role) {
            return access.enforcement(role(role), table());
        }
    }

    @Test
    void tellsFromWhomAPrivilegeComes(Lab lab) throws SQLException {
        Seen seen =
                Seen.of(
                        lab,
                        TABLE
                                + """
                                RESET ROLE; CREATE ROLE readers; GRANT readers TO authenticated;
                                GRANT SELECT ON t TO readers; GRANT INSERT ON t TO PUBLIC;
                                """);
        assertEquals(
                List.of(
                        "SELECT: granted to readers, inherited through authenticated > readers",
                        "INSERT: granted to PUBLIC"),
                seen.held("authenticated"));
        assertEquals(List.of("INSERT: granted to PUBLIC"), seen.held("anon"));
        assertEquals(
                List.of(Privilege.INSERT),
                seen.access().held(Role.PUBLIC, seen.table()).stream()
                        .map(Held::privilege)
                        .toList());
    }

    @Test
    void inheritsNothingWithoutInherit(Lab lab) throws SQLException {
        Seen seen =
                Seen.of(
                        lab,
                        TABLE
                                + """
                                RESET ROLE; CREATE ROLE readers; ALTER ROLE authenticated NOINHERIT;
                                GRANT readers TO authenticated; GRANT SELECT ON t TO readers;
                                """);
        assertEquals(List.of(), seen.held("authenticated"));
        assertTrue(
                seen.access()
                        .roles()
                        .settable(seen.role("authenticated"))
                        .containsKey(seen.role("readers")));
    }

    @Test
    void knowsGrantsOfSingleColumns(Lab lab) throws SQLException {
        Seen seen =
                Seen.of(
                        lab,
                        TABLE
                                + "GRANT SELECT (id, a) ON t TO anon; GRANT UPDATE (a) ON t TO anon;");
        assertEquals(
                List.of("SELECT (id, a): granted to anon", "UPDATE (a): granted to anon"),
                seen.held("anon"));
    }

    @Test
    void asksForUsageOfTheSchema(Lab lab) throws SQLException {
        Seen seen =
                Seen.of(
                        lab,
                        TABLE
                                + """
                                GRANT ALL ON t TO anon;
                                RESET ROLE; REVOKE USAGE ON SCHEMA public FROM PUBLIC, anon;
                                """);
        assertEquals(List.of(), seen.held("anon"));
    }

    @Test
    void tellsForWhomPoliciesDoNotCount(Lab lab) throws SQLException {
        String roles =
                """
                RESET ROLE; CREATE ROLE heir; GRANT maker TO heir;
                CREATE ROLE free BYPASSRLS; CREATE ROLE child; GRANT free TO child;
                CREATE ROLE top SUPERUSER;
                """;
        Seen seen = Seen.of(lab, TABLE + roles);
        assertEquals(Enforcement.ENFORCED, seen.enforcement("anon"));
        assertEquals(Enforcement.OWNER, seen.enforcement("maker"));
        assertEquals(Enforcement.OWNER, seen.enforcement("heir"));
        assertEquals(Enforcement.BYPASS, seen.enforcement("free"));
        assertEquals(Enforcement.ENFORCED, seen.enforcement("child"));
        assertEquals(Enforcement.SUPERUSER, seen.enforcement("top"));
        Seen forced = Seen.of(lab, TABLE + "ALTER TABLE t FORCE ROW LEVEL SECURITY;" + roles);
        assertEquals(Enforcement.ENFORCED, forced.enforcement("maker"));
        assertEquals(Enforcement.BYPASS, forced.enforcement("free"));
        Seen off = Seen.of(lab, "CREATE TABLE t (id int);");
        assertEquals(Enforcement.OFF, off.enforcement("anon"));
    }

    @Test
    void countsThePoliciesOfARoleAndACommand(Lab lab) throws SQLException {
        Seen seen =
                Seen.of(
                        lab,
                        TABLE
                                + """
                                CREATE POLICY everybody ON t USING (true);
                                CREATE POLICY readers_only ON t FOR SELECT TO authenticated USING (true);
                                CREATE POLICY floor ON t AS RESTRICTIVE USING (id > 0);
                                CREATE POLICY writes ON t FOR UPDATE TO authenticated USING (true);
                                CREATE POLICY others ON t TO anon USING (true);
                                RESET ROLE; CREATE ROLE inheritor; GRANT authenticated TO inheritor;
                                """);
        for (String role : List.of("authenticated", "inheritor")) {
            Gate gate = seen.access().gate(seen.role(role), seen.table(), Command.SELECT);
            assertEquals(
                    List.of("everybody", "readers_only"),
                    gate.permissive().stream().map(Policy::name).toList());
            assertEquals(List.of("floor"), gate.restrictive().stream().map(Policy::name).toList());
        }
        assertEquals(
                List.of("everybody", "others", "floor"),
                seen.access().gate(seen.role("anon"), seen.table(), Command.UPDATE).names());
    }

    @Test
    void agreesWithTheServerOnEveryPrivilege(Lab lab) throws SQLException {
        lab.compare(
                TABLE
                        + """
                        CREATE TABLE u (id int, a text); GRANT SELECT (a) ON u TO anon;
                        CREATE SCHEMA closed; CREATE TABLE closed.v (id int); GRANT ALL ON closed.v TO anon;
                        RESET ROLE;
                        CREATE ROLE r1; CREATE ROLE r2 NOINHERIT; CREATE ROLE r3; CREATE ROLE r4 SUPERUSER;
                        GRANT r1 TO r2; GRANT r2 TO r3; GRANT r1 TO authenticated; GRANT maker TO r1;
                        GRANT pg_read_all_data TO r3; GRANT pg_write_all_data TO anon; GRANT INSERT ON t TO r2;
                        GRANT TRUNCATE ON t TO PUBLIC; GRANT UPDATE (id) ON u TO r1;
                        """);
    }

    @Test
    void findsExposedRoles(Lab lab) throws SQLException {
        Seen api = Seen.of(lab, "");
        assertEquals(
                List.of("anon", "authenticated"), names(api, ExposedRoles.usual(api.catalog())));
        ExposedRoles named = ExposedRoles.named(api.catalog(), List.of("public", "anon", "nobody"));
        assertEquals(List.of("PUBLIC", "anon"), names(api, named));
        assertEquals(List.of("nobody"), named.missing());
        Seen gate =
                Seen.of(
                        lab,
                        """
                        RESET ROLE; CREATE ROLE authenticator LOGIN NOINHERIT; CREATE ROLE todo_user;
                        CREATE ROLE service BYPASSRLS; GRANT anon, todo_user, service TO authenticator;
                        """);
        assertEquals(List.of("anon", "todo_user"), names(gate, ExposedRoles.usual(gate.catalog())));
        Seen plain =
                Seen.of(
                        lab,
                        """
                        RESET ROLE; CREATE ROLE app LOGIN; CREATE ROLE group_of_app;
                        CREATE ROLE backup LOGIN BYPASSRLS; CREATE ROLE root LOGIN SUPERUSER;
                        CREATE ROLE group_with_grant; CREATE TABLE t (id int);
                        GRANT SELECT ON t TO group_with_grant, backup;
                        """);
        List<String> everybody = names(plain, ExposedRoles.everybody(plain.catalog()));
        assertTrue(everybody.containsAll(List.of("PUBLIC", "app", "group_with_grant")));
        assertFalse(everybody.contains("group_of_app"));
        assertFalse(everybody.contains("backup"));
        assertFalse(everybody.contains("root"));
    }

    private static List<String> names(Seen seen, ExposedRoles roles) {
        return roles.roles().stream().map(seen.catalog()::roleName).collect(Collectors.toList());
    }
}
