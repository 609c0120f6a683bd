package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class MembershipRulesTest {
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
    void findsThatUsersMakeThemselvesMembers(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid NOT NULL, user_id uuid NOT NULL, PRIMARY KEY (org, user_id));
                                ALTER TABLE members ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, INSERT ON members TO authenticated;
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members WHERE user_id = auth.uid()));
                                CREATE POLICY see ON members FOR SELECT USING (user_id = auth.uid());
                                CREATE POLICY join_any ON members FOR INSERT WITH CHECK (user_id = auth.uid());
                                """)
                .has("membership-writable", "public.members")
                .as("membership-writable", Severity.HIGH);
    }

    @Test
    void acceptsAnInvitationByAMember(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid NOT NULL, user_id uuid NOT NULL, PRIMARY KEY (org, user_id));
                                ALTER TABLE members ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, INSERT ON members TO authenticated;
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members WHERE user_id = auth.uid()));
                                CREATE POLICY see ON members FOR SELECT USING (user_id = auth.uid());
                                CREATE POLICY invite ON members FOR INSERT WITH CHECK (org IN (SELECT m.org FROM members m WHERE m.user_id = auth.uid()) AND user_id IS NOT NULL);
                                """)
                .hasNo("membership-writable");
    }

    @Test
    void acceptsMembersThatNobodyMayWrite(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid NOT NULL, user_id uuid NOT NULL, PRIMARY KEY (org, user_id));
                                ALTER TABLE members ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, INSERT ON members TO authenticated;
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members WHERE user_id = auth.uid()));
                                CREATE POLICY see ON members FOR SELECT USING (user_id = auth.uid());
                                """)
                .hasNo("membership-writable");
    }

    @Test
    void findsMembersWithoutRowSecurity(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid, user_id uuid); GRANT ALL ON members TO authenticated;
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members WHERE user_id = auth.uid()));
                                """)
                .has("membership-writable", "public.members")
                .has("disabled", "public.members");
    }

    @Test
    void findsRightsThatUsersGiveThemselves(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE profiles (id uuid PRIMARY KEY, admin boolean); ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, UPDATE ON profiles TO authenticated;
                                CREATE POLICY own ON profiles USING (id = auth.uid());
                                CREATE POLICY p ON notes TO authenticated USING (EXISTS (SELECT 1 FROM profiles WHERE profiles.id = auth.uid() AND admin));
                                """)
                .has("membership-writable", "public.profiles");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE profiles (id uuid PRIMARY KEY, admin boolean, nick text); ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, UPDATE (nick) ON profiles TO authenticated;
                                CREATE POLICY own ON profiles USING (id = auth.uid());
                                CREATE POLICY p ON notes TO authenticated USING (EXISTS (SELECT 1 FROM profiles WHERE profiles.id = auth.uid() AND admin));
                                """)
                .hasNo("membership-writable");
    }

    @Test
    void acceptsParentsWithAnOwner(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE projects (id uuid PRIMARY KEY, lead uuid); ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, INSERT ON projects TO authenticated;
                                CREATE POLICY own ON projects USING (lead = auth.uid());
                                CREATE POLICY p ON notes TO authenticated USING (EXISTS (SELECT 1 FROM projects WHERE projects.id = notes.owner_id AND lead = auth.uid()));
                                """)
                .hasNo("membership-writable");
    }

    @Test
    void seesThroughFunctions(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid, user_id uuid); GRANT INSERT ON members TO authenticated;
                                CREATE FUNCTION is_member(it uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
                                $$ SELECT EXISTS (SELECT 1 FROM public.members WHERE org = it AND user_id = auth.uid()) $$;
                                CREATE POLICY p ON notes TO authenticated USING (is_member(owner_id));
                                """)
                .has("membership-writable", "public.members")
                .as("membership-writable", Severity.MEDIUM);
    }

    @Test
    void findsKeysThatReachRowsOfOthers(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE TABLE comments (id uuid PRIMARY KEY, note_id uuid REFERENCES notes ON DELETE CASCADE, author uuid);
                                ALTER TABLE comments ENABLE ROW LEVEL SECURITY; GRANT SELECT, INSERT ON comments TO authenticated;
                                CREATE POLICY own ON comments TO authenticated USING (author = auth.uid());
                                """)
                .has("reference-oracle", "public.comments(note_id)")
                .has("cascade-crosses", "public.comments(note_id)");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                ALTER TABLE notes ADD UNIQUE (owner_id, id);
                                CREATE TABLE comments (id uuid PRIMARY KEY, note_id uuid, author uuid, FOREIGN KEY (author, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE);
                                ALTER TABLE comments ENABLE ROW LEVEL SECURITY; GRANT SELECT, INSERT ON comments TO authenticated;
                                CREATE POLICY own ON comments TO authenticated USING (author = auth.uid());
                                """)
                .hasNo("reference-oracle")
                .hasNo("cascade-crosses");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE TABLE comments (id uuid PRIMARY KEY, note_id uuid REFERENCES notes, author uuid);
                                ALTER TABLE comments ENABLE ROW LEVEL SECURITY; GRANT SELECT, INSERT ON comments TO authenticated;
                                CREATE POLICY own ON comments TO authenticated USING (author = auth.uid());
                                """)
                .has("reference-oracle", "public.comments(note_id)")
                .hasNo("cascade-crosses");
    }

    @Test
    void findsUniqueValuesThatTellOfOthers(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE UNIQUE INDEX ON notes (body);
                                """)
                .has("unique-oracle", "public.notes(body)")
                .as("unique-oracle", Severity.LOW);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE UNIQUE INDEX ON notes (owner_id, body);
                                """)
                .hasNo("unique-oracle");
    }

    @Test
    void isMilderWhereAPolicyDecidesWhoMayWrite(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE members (org uuid NOT NULL, user_id uuid NOT NULL, rank text);
                                ALTER TABLE members ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT, INSERT ON members TO authenticated;
                                CREATE POLICY p ON notes TO authenticated USING (owner_id IN (SELECT org FROM members WHERE user_id = auth.uid() AND rank = 'chief'));
                                CREATE POLICY see ON members FOR SELECT USING (user_id = auth.uid());
                                CREATE POLICY invite ON members FOR INSERT WITH CHECK (user_id IS NOT NULL AND org IN (SELECT m.org FROM members m WHERE m.rank = 'chief' AND m.user_id = auth.uid()));
                                """)
                .has("membership-writable", "public.members")
                .as("membership-writable", Severity.LOW);
    }
}
