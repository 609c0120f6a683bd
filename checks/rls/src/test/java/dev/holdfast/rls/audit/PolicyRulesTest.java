package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class PolicyRulesTest {
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
    void findsNothingWrongWithOneOwnersPolicy(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("open-insert")
                .hasNo("open-update")
                .hasNo("open-delete")
                .hasNo("open-read")
                .hasNo("row-theft")
                .hasNo("write-check-open")
                .hasNo("write-without-read")
                .hasNo("unset-opens")
                .hasNo("shadowed-column");
    }

    @Test
    void composesPoliciesBeforeItJudges(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY everything ON notes USING (true) WITH CHECK (true);
                                CREATE POLICY floor ON notes AS RESTRICTIVE USING (owner_id = (SELECT auth.uid()));
                                """)
                .hasNo("open-insert")
                .hasNo("open-update")
                .hasNo("open-delete")
                .hasNo("open-read")
                .hasNo("row-theft");
    }

    @Test
    void findsInsertsOfAnyRow(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes FOR INSERT WITH CHECK (true);
                                """)
                .has("open-insert", "public.notes")
                .as("open-insert", Severity.HIGH);
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes FOR INSERT WITH CHECK ((SELECT auth.uid()) IS NOT NULL);
                                """)
                .as("open-insert", Severity.MEDIUM);
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes FOR INSERT WITH CHECK (auth.role() = 'authenticated');
                                """)
                .as("open-insert", Severity.MEDIUM);
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes FOR INSERT WITH CHECK (auth.role() = 'service_role');
                                """)
                .hasNo("open-insert");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes FOR INSERT TO authenticated WITH CHECK (owner_id = auth.uid());
                                """)
                .hasNo("open-insert");
    }

    @Test
    void takesNoMissingCheckForAHole(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY s ON notes FOR SELECT USING (owner_id = (SELECT auth.uid()));
                                CREATE POLICY i ON notes FOR INSERT WITH CHECK (owner_id = (SELECT auth.uid()));
                                CREATE POLICY u ON notes FOR UPDATE USING (owner_id = (SELECT auth.uid()));
                                """)
                .hasNo("open-insert")
                .hasNo("open-update")
                .hasNo("write-check-open")
                .hasNo("row-theft");
    }

    @Test
    void findsRowsThatAreTakenOver(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY s ON notes FOR SELECT USING (owner_id = (SELECT auth.uid()));
                                CREATE POLICY u ON notes FOR UPDATE USING (true) WITH CHECK (owner_id = (SELECT auth.uid()));
                                """)
                .has("row-theft", "public.notes")
                .has("open-update", "public.notes")
                .hasNo("write-check-open");
    }

    @Test
    void findsRowsThatAreGivenAway(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY s ON notes FOR SELECT USING (owner_id = (SELECT auth.uid()));
                                CREATE POLICY u ON notes FOR UPDATE USING (owner_id = (SELECT auth.uid())) WITH CHECK (true);
                                """)
                .has("write-check-open", "public.notes")
                .hasNo("row-theft")
                .hasNo("open-update");
    }

    @Test
    void findsBlindDeletes(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY s ON notes FOR SELECT USING (owner_id = (SELECT auth.uid()));
                                CREATE POLICY d ON notes FOR DELETE USING (1 = 1);
                                """)
                .has("open-delete", "public.notes");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY d ON notes FOR DELETE USING (owner_id = auth.uid());
                                """)
                .hasNo("open-delete");
    }

    @Test
    void findsTablesThatEverybodyReads(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY s ON notes FOR SELECT USING (true);
                                """)
                .has("open-read", "public.notes")
                .as("open-read", Severity.MEDIUM);
        Findings.of(
                        lab,
                        """
                        CREATE TABLE prices (id int, amount int); ALTER TABLE prices ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT ON prices TO anon; CREATE POLICY s ON prices FOR SELECT TO anon USING (true);
                        """)
                .as("open-read", Severity.INFO);
    }

    @Test
    void findsWritesWithoutASelectPolicy(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY u ON notes FOR UPDATE USING (owner_id = (SELECT auth.uid()));
                                """)
                .has("write-without-read", "public.notes");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("write-without-read");
    }

    @Test
    void namesPoliciesThatCountForTheAnonymousRole(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                GRANT SELECT ON notes TO anon; CREATE POLICY p ON notes USING (owner_id = (SELECT auth.uid()));
                                """)
                .has("policy-for-everybody", "public.notes")
                .as("policy-for-everybody", Severity.INFO);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                GRANT SELECT ON notes TO anon;
                                """)
                .hasNo("policy-for-everybody");
    }

    @Test
    void findsPoliciesThatOpenWithoutAnIdentity(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (current_setting('app.user', true) IS NULL OR owner_id = nullif(current_setting('app.user', true), '')::uuid);
                                """)
                .has("unset-opens", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes AS RESTRICTIVE USING (owner_id = auth.uid() AND (auth.uid() IS NULL OR owner_id = auth.uid()));
                                """)
                .has("unset-opens", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (current_setting('app.user', true) = '' OR owner_id = auth.uid());
                                """)
                .has("unset-opens", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (auth.uid() IS NOT NULL AND owner_id = auth.uid() OR body IS NULL);
                                """)
                .hasNo("unset-opens");
    }

    @Test
    void findsNobodysRowsForNobody(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE t (id int, owner_id uuid); ALTER TABLE t ENABLE ROW LEVEL SECURITY; GRANT SELECT ON t TO anon;
                        CREATE POLICY p ON t USING (owner_id IS NOT DISTINCT FROM auth.uid());
                        """)
                .has("null-identity-match", "public.t:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id IS NOT DISTINCT FROM auth.uid());
                                """)
                .hasNo("null-identity-match");
        Findings.of(
                        lab,
                        """
                        CREATE TABLE t (id int, owner_id uuid); ALTER TABLE t ENABLE ROW LEVEL SECURITY; GRANT SELECT ON t TO anon;
                        CREATE POLICY p ON t USING (owner_id IS DISTINCT FROM auth.uid());
                        """)
                .hasNo("null-identity-match");
    }

    @Test
    void findsSettingsThatRaise(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id::text = current_setting('app.user'));
                                """)
                .has("setting-raises", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id = current_setting('app.user', true)::uuid);
                                """)
                .has("setting-raises", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id = nullif(current_setting('app.user', true), '')::uuid);
                                """)
                .hasNo("setting-raises")
                .has("setting-trusted", "setting:app.user");
    }

    @Test
    void namesSettingsThatPoliciesTrust(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .has("setting-trusted", "setting:request.jwt.claims")
                .as("setting-trusted", Severity.INFO);
        Findings.of(
                        lab,
                        """
                        CREATE TABLE t (id int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; GRANT SELECT ON t TO anon;
                        CREATE POLICY p ON t USING (id > 5);
                        """)
                .hasNo("setting-trusted");
    }

    @Test
    void findsPoliciesThatAskOneAnother(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE other (id uuid); ALTER TABLE other ENABLE ROW LEVEL SECURITY; GRANT SELECT ON other TO authenticated;
                                CREATE POLICY a ON notes USING (id IN (SELECT id FROM other));
                                CREATE POLICY b ON other USING (id IN (SELECT id FROM notes));
                                """)
                .has("policy-recursion", "public.notes", "public.other");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE other (id uuid); ALTER TABLE other ENABLE ROW LEVEL SECURITY; GRANT SELECT ON other TO authenticated;
                                CREATE POLICY a ON notes USING (id IN (SELECT id FROM other));
                                CREATE POLICY b ON other USING (id = auth.uid());
                                """)
                .hasNo("policy-recursion");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY a ON notes USING (EXISTS (SELECT 1 FROM notes n WHERE n.id = notes.owner_id));
                                """)
                .has("policy-recursion", "public.notes");
    }

    @Test
    void findsColumnsThatAreComparedWithThemselves(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (owner_id uuid, user_id uuid); GRANT SELECT ON members TO authenticated;
                                CREATE POLICY p ON notes USING (EXISTS (SELECT 1 FROM members m WHERE m.user_id = auth.uid() AND m.owner_id = owner_id));
                                """)
                .has("shadowed-column", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (owner_id uuid, user_id uuid); GRANT SELECT ON members TO authenticated;
                                CREATE POLICY p ON notes USING (EXISTS (SELECT 1 FROM members m WHERE m.user_id = auth.uid() AND m.owner_id = notes.owner_id));
                                """)
                .hasNo("shadowed-column");
    }

    @Test
    void findsSubqueriesWithoutAGrant(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid, user_id uuid);
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members));
                                """)
                .has("subquery-without-grant", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid, user_id uuid); GRANT SELECT (org) ON members TO authenticated;
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members));
                                """)
                .hasNo("subquery-without-grant");
    }

    @Test
    void findsMetadataThatUsersWrite(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id::text = auth.jwt() -> 'user_metadata' ->> 'org');
                                """)
                .has("user-metadata", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id::text = auth.jwt() #>> '{user_metadata,org}');
                                """)
                .has("user-metadata", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE FUNCTION org() RETURNS text LANGUAGE sql STABLE AS $$ SELECT auth.jwt() -> 'user_metadata' ->> 'org' $$;
                                CREATE POLICY p ON notes USING (owner_id::text = org());
                                """)
                .has("user-metadata", "public.notes:p");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id::text = auth.jwt() -> 'app_metadata' ->> 'org');
                                """)
                .hasNo("user-metadata");
    }

    @Test
    void namesCallsForEachRow(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (owner_id = auth.uid());
                                """)
                .has("call-for-each-row", "public.notes:p")
                .as("call-for-each-row", Severity.INFO);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("call-for-each-row");
    }

    @Test
    void namesPoliciesWithoutAnIndex(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE POLICY p ON notes USING (body = 'x');
                                """)
                .has("unindexed-policy", "public.notes")
                .as("unindexed-policy", Severity.INFO);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("unindexed-policy");
    }
}
