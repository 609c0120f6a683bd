package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class TableRulesTest {
    private static final String NOTES =
            """
            CREATE TABLE notes (id uuid PRIMARY KEY, owner_id uuid NOT NULL, body text);
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            CREATE INDEX ON notes (owner_id);
            GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO authenticated;
            """;
    private static final String OWN =
            """
            CREATE POLICY own ON notes TO authenticated USING (owner_id = (SELECT auth.uid()));
            """;

    @Test
    void findsTablesWithoutRowSecurity(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id int); GRANT SELECT ON a TO anon;
                        CREATE TABLE b (id int); GRANT TRUNCATE ON b TO authenticated;
                        CREATE TABLE c (id int) PARTITION BY LIST (id); GRANT INSERT ON c TO PUBLIC;
                        CREATE TABLE d (id int, e text); GRANT SELECT (e) ON d TO anon;
                        CREATE TABLE unreachable (id int);
                        CREATE TABLE guarded (id int); GRANT ALL ON guarded TO anon; ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
                        CREATE SCHEMA hidden; CREATE TABLE hidden.f (id int); GRANT SELECT ON hidden.f TO anon;
                        """)
                .has("disabled", "public.a", "public.b", "public.c", "public.d");
    }

    @Test
    void namesRolesWithGrantsThatWereNotAudited(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; CREATE ROLE authenticator LOGIN NOINHERIT; GRANT anon, authenticated TO authenticator; CREATE ROLE reports LOGIN; CREATE ROLE workers; CREATE ROLE worker LOGIN IN ROLE workers; CREATE ROLE idle LOGIN;
                                GRANT USAGE ON SCHEMA public TO reports, workers, idle; GRANT SELECT ON notes TO reports; GRANT UPDATE (body) ON notes TO workers;
                                """)
                .has("role-not-audited", "role:reports", "role:worker", "role:workers");
    }

    /** Without an authenticator nobody says that anon and authenticated are all. */
    @Test
    void auditsRolesBesideTheUsualOnesWhereNoGateNamesThem(Lab lab) throws SQLException {
        String open =
                """
                CREATE TABLE a (id int); ALTER TABLE a ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON a TO reports USING (true);
                RESET ROLE; GRANT SELECT ON a TO reports;
                """;
        String role =
                "RESET ROLE; CREATE ROLE reports LOGIN; GRANT USAGE ON SCHEMA public TO reports; SET LOCAL ROLE maker;";
        Findings.of(lab, role + open).has("open-read", "public.a").hasNo("role-not-audited");
        Findings.of(
                        lab,
                        role
                                + open
                                + "CREATE ROLE authenticator LOGIN NOINHERIT; GRANT anon TO authenticator;")
                .hasNo("open-read")
                .has("role-not-audited", "role:reports");
    }

    @Test
    void namesNoRoleThatWasAudited(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        new AuditRequest(
                                List.of("public"),
                                List.of("authenticated", "reports"),
                                List.of(),
                                false),
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; CREATE ROLE reports LOGIN; GRANT SELECT ON notes TO reports;
                                """)
                .hasNo("role-not-audited");
    }

    @Test
    void takesNoTableForOpenWhoseSchemaCannotBeUsed(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id int); GRANT SELECT ON a TO anon;
                        RESET ROLE; REVOKE USAGE ON SCHEMA public FROM PUBLIC, anon, authenticated;
                        """)
                .hasNo("disabled");
    }

    @Test
    void findsDormantPolicies(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id int); GRANT SELECT ON a TO anon; CREATE POLICY p ON a USING (false);
                        CREATE TABLE b (id int); CREATE POLICY p ON b USING (false);
                        CREATE TABLE c (id int); CREATE POLICY p ON c USING (false); ALTER TABLE c ENABLE ROW LEVEL SECURITY;
                        """)
                .has("policies-dormant", "public.a", "public.b")
                .as("policies-dormant", Severity.HIGH, Severity.MEDIUM)
                .hasNo("disabled");
    }

    @Test
    void saysThatNothingPassesWithoutAPermissivePolicy(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY floor ON notes AS RESTRICTIVE USING (owner_id = auth.uid());
                                """)
                .has("no-policy", "public.notes")
                .as("no-policy", Severity.INFO);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("no-policy");
    }

    @Test
    void findsOwnersWhoAreNotForced(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; GRANT maker TO authenticated;
                                """)
                .has("owner-not-forced", "public.notes");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                ALTER TABLE notes FORCE ROW LEVEL SECURITY; RESET ROLE; GRANT maker TO authenticated;
                                """)
                .hasNo("owner-not-forced");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; ALTER ROLE authenticated NOINHERIT; GRANT maker TO authenticated;
                                """)
                .has("owner-not-forced", "public.notes");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("owner-not-forced");
    }

    @Test
    void findsRolesThatEscapeBySetRole(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; CREATE ROLE service BYPASSRLS; CREATE ROLE middle NOLOGIN; GRANT service TO middle; GRANT middle TO authenticated;
                                """)
                .has("bypass-reachable", "role:authenticated")
                .as("bypass-reachable", Severity.CRITICAL);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; CREATE ROLE service BYPASSRLS; CREATE ROLE gate LOGIN NOINHERIT; GRANT service, anon, authenticated TO gate;
                                """)
                .hasNo("bypass-reachable")
                .has("service-role-reach", "role:service")
                .as("service-role-reach", Severity.INFO);
    }

    @Test
    void doesNotTakeReadingAllDataForABypass(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; GRANT pg_read_all_data TO authenticated;
                                """)
                .hasNo("bypass-reachable")
                .hasNo("owner-not-forced");
    }

    @Test
    void findsPrivilegesThatNoPolicyFilters(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                GRANT TRUNCATE ON notes TO authenticated; RESET ROLE; ALTER ROLE authenticated LOGIN;
                                """)
                .has("unfiltered-privilege", "public.notes")
                .as("unfiltered-privilege", Severity.MEDIUM);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                GRANT TRUNCATE, REFERENCES ON notes TO authenticated;
                                """)
                .as("unfiltered-privilege", Severity.LOW);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("unfiltered-privilege");
    }

    @Test
    void findsSecretColumnsOfOpenTables(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id int, api_key text); GRANT SELECT ON a TO anon;
                        CREATE TABLE b (id int, api_key text); GRANT SELECT (id) ON b TO anon;
                        CREATE TABLE c (id int, password_hash text); GRANT SELECT ON c TO anon; ALTER TABLE c ENABLE ROW LEVEL SECURITY;
                        CREATE POLICY p ON c USING (true);
                        CREATE TABLE d (id uuid, password_hash text); GRANT SELECT ON d TO anon; ALTER TABLE d ENABLE ROW LEVEL SECURITY;
                        CREATE POLICY p ON d USING (id = auth.uid());
                        CREATE TABLE e (id int, invite_token text, email text); GRANT SELECT ON e TO anon;
                        CREATE TABLE f (id int, email_sent boolean, tokens_left int); GRANT SELECT ON f TO anon;
                        """)
                .has("sensitive-columns", "public.a", "public.c", "public.e");
    }

    @Test
    void findsKeysOfOtherVersionsWhereAsked(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        new AuditRequest(List.of("public"), List.of(), List.of(), true),
                        """
                        CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';
                        CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
                        CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
                        CREATE TABLE c (id uuid PRIMARY KEY DEFAULT public.uuidv7());
                        CREATE TABLE d (id uuid PRIMARY KEY);
                        """)
                .has("key-not-uuidv7", "public.a(id)", "public.b(id)");
        Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
                        """)
                .hasNo("key-not-uuidv7");
    }
}
