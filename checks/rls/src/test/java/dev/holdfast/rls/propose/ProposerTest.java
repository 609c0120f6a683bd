package dev.holdfast.rls.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.tenancy.SpecExpressions;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancyReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class ProposerTest {
    private static final String NOTES =
            """
            CREATE TABLE notes (id uuid PRIMARY KEY, user_id uuid NOT NULL, title text);
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT ON notes TO authenticated;
            CREATE POLICY own ON notes TO authenticated USING (user_id = (SELECT auth.uid()));
            """;
    private static final String ORGS =
            """
            CREATE TABLE orgs (id uuid PRIMARY KEY, name text);
            CREATE TABLE org_users (org_id uuid REFERENCES orgs, user_id uuid, PRIMARY KEY (org_id, user_id));
            CREATE TABLE projects (id uuid PRIMARY KEY, org_id uuid REFERENCES orgs);
            CREATE TABLE tasks (id uuid PRIMARY KEY, owner_org uuid REFERENCES orgs, project_id uuid REFERENCES projects);
            ALTER TABLE orgs ENABLE ROW LEVEL SECURITY;
            ALTER TABLE org_users ENABLE ROW LEVEL SECURITY;
            ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
            ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT ON orgs, org_users, projects, tasks TO authenticated;
            """;

    /** The proposal, whose text is read as a spec against the same catalogue. */
    private static Proposal propose(Lab lab, String sql) throws SQLException {
        Lab.Seen seen = lab.seen(sql);
        Catalog catalog = seen.catalog();
        Proposal proposal =
                Proposer.of(catalog, seen.bodies(), List.of("public"), List.of(), List.of());
        String text = ProposalText.of(proposal);
        if (proposal.tenancy().isPresent()) {
            Tenancy read =
                    TenancyReader.read(
                            StrictYaml.read(text.getBytes(StandardCharsets.UTF_8), "proposal.yaml"),
                            "proposal.yaml",
                            catalog,
                            _ -> new SpecExpressions.Parsed.NotAsked("it is rolled back"));
            assertEquals(proposal.tenancy().get(), read, text);
        } else {
            assertTrue(text.lines().allMatch(each -> each.startsWith("#")), text);
        }
        return proposal;
    }

    private static Tenancy spec(Proposal proposal) {
        return proposal.tenancy().orElseThrow(() -> new AssertionError(proposal.toString()));
    }

    private static String said(Proposal proposal, String key) {
        return String.join("\n", proposal.because().getOrDefault(key, List.of()));
    }

    @Test
    void findsWhoAsksAndWhoseARowIs(Lab lab) throws SQLException {
        Proposal proposal = propose(lab, NOTES);
        Tenancy spec = spec(proposal);
        assertEquals(Optional.of("auth.uid()"), spec.identity());
        assertEquals(List.of("user_id"), spec.owners());
        assertEquals("authenticated", spec.member().orElseThrow().role());
        assertEquals(
                Map.of("request.jwt.claims", "{\"sub\":\"${user}\",\"role\":\"authenticated\"}"),
                spec.member().orElseThrow().settings());
        assertEquals("anon", spec.anonymous().orElseThrow().role());
        assertTrue(
                said(proposal, "identity").startsWith("1 of the 1 policies"), proposal.toString());
        assertTrue(proposal.isComplete(), proposal.toString());
    }

    @Test
    void leavesNoSettingToWhoeverAsksThatPoliciesReadBesideTheClaims(Lab lab) throws SQLException {
        String role =
                """
                CREATE FUNCTION said_role() RETURNS text LANGUAGE sql STABLE AS $$
                  SELECT coalesce(nullif(current_setting('request.jwt.claim.role', true), ''), auth.role()) $$;
                """;
        Proposal read =
                propose(
                        lab,
                        NOTES
                                + role
                                + "CREATE POLICY q ON notes FOR SELECT USING (said_role() = 'authenticated');");
        assertEquals(
                "", spec(read).anonymous().orElseThrow().settings().get("request.jwt.claim.role"));
        assertEquals(
                "", spec(read).member().orElseThrow().settings().get("request.jwt.claim.role"));
        assertTrue(said(read, "sessions.anonymous").contains("no client of PostgREST can set it"));
        Proposal notRead = propose(lab, NOTES + role);
        assertEquals(
                Map.of("request.jwt.claims", "{\"role\":\"anon\"}"),
                spec(notRead).anonymous().orElseThrow().settings());
    }

    @Test
    void findsMembersThroughHelpersAndSubqueries(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        ORGS
                                + """
                                CREATE FUNCTION my_orgs() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
                                  AS $$ SELECT org_id FROM org_users WHERE user_id = auth.uid() $$;
                                CREATE FUNCTION is_member(o uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
                                  $$ BEGIN RETURN EXISTS (SELECT 1 FROM org_users m WHERE m.org_id = o AND m.user_id = auth.uid()); END $$;
                                CREATE POLICY p ON orgs TO authenticated USING (id IN (SELECT my_orgs()));
                                CREATE POLICY p ON projects TO authenticated USING (is_member(org_id));
                                CREATE POLICY p ON org_users TO authenticated USING (user_id = auth.uid());
                                CREATE POLICY p ON tasks TO authenticated USING (EXISTS (
                                  SELECT 1 FROM org_users m WHERE m.org_id = owner_org AND m.user_id = auth.uid()));
                                """);
        Tenancy spec = spec(proposal);
        assertEquals(
                Optional.of(new Tenancy.Members("public.org_users", "user_id", "org_id")),
                spec.members());
        assertEquals(List.of("org_id", "owner_org"), spec.tenants());
        assertEquals(Map.of("public.orgs", "id"), spec.tenantTables());
        assertEquals(List.of(), spec.owners());
        assertTrue(said(proposal, "tenant.members").startsWith("3 policies"), proposal.toString());
        assertTrue(proposal.isComplete());
    }

    @Test
    void findsMembersByKeysAloneAndSaysSo(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        """
                        CREATE TABLE users (id uuid PRIMARY KEY);
                        CREATE TABLE teams (id uuid PRIMARY KEY);
                        CREATE TABLE team_users (team uuid REFERENCES teams, member uuid REFERENCES users, PRIMARY KEY (team, member));
                        CREATE TABLE docs (id uuid PRIMARY KEY, team uuid REFERENCES teams);
                        """);
        assertEquals(
                Optional.of(new Tenancy.Members("public.team_users", "member", "team")),
                spec(proposal).members());
        assertTrue(said(proposal, "tenant.members").startsWith("no policy asks it"));
        assertTrue(said(proposal, "identity").startsWith("no policy compares"));
    }

    @Test
    void findsTheTenantsOfASetting(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        """
                        CREATE TABLE invoices (id int PRIMARY KEY, tenant_id int NOT NULL);
                        CREATE TABLE bills (id int PRIMARY KEY, tenant_id int NOT NULL);
                        ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
                        ALTER TABLE bills ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT ON invoices, bills TO authenticated;
                        CREATE POLICY t ON invoices USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::int);
                        CREATE POLICY t ON bills USING (tenant_id = ANY (string_to_array(current_setting('app.tenant_id', true), ',')::int[]));
                        """);
        Tenancy spec = spec(proposal);
        assertEquals(
                Optional.of("string_to_array(current_setting('app.tenant_id', true), ',')::int4[]"),
                spec.tenantSession());
        assertEquals(Optional.empty(), spec.identity());
        assertEquals(List.of("tenant_id"), spec.tenants());
        assertEquals(Map.of("app.tenant_id", "${tenants}"), spec.member().orElseThrow().settings());
    }

    @Test
    void findsClaimsAndSettingsOfTheSameUser(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        """
                        CREATE TABLE orders (id int PRIMARY KEY, customer text NOT NULL);
                        ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT, INSERT ON orders TO authenticated;
                        CREATE POLICY own ON orders TO authenticated
                          USING (customer = nullif(current_setting('app.customer', true), ''))
                          WITH CHECK (customer = (current_setting('app.claims', true)::jsonb -> 'account' ->> 'id'));
                        """);
        Tenancy spec = spec(proposal);
        assertEquals(Optional.of("current_setting('app.customer', true)"), spec.identity());
        assertEquals(
                Map.of(
                        "app.customer",
                        "${user}",
                        "app.claims",
                        "{\"account\":{\"id\":\"${user}\"}}"),
                spec.member().orElseThrow().settings());
        assertTrue(said(proposal, "identity").contains("or is it current_setting('app.claims'"));
    }

    @Test
    void findsTenantsByTheRolesName(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        """
                        CREATE TABLE tenants (id int PRIMARY KEY, db_user name NOT NULL UNIQUE);
                        CREATE TABLE items (id int PRIMARY KEY, tenant_id int REFERENCES tenants);
                        ALTER TABLE items ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT ON tenants, items TO authenticated;
                        CREATE POLICY t ON items AS RESTRICTIVE USING (tenant_id = (SELECT id FROM tenants WHERE db_user = current_user));
                        """);
        Tenancy spec = spec(proposal);
        assertEquals(Optional.of("current_user"), spec.identity());
        assertEquals(
                Optional.of(new Tenancy.Members("public.tenants", "db_user", "id")),
                spec.members());
        assertEquals(Map.of("public.tenants", "id"), spec.tenantTables());
        assertTrue(said(proposal, "tenant.members").contains("each of its rows is a tenant"));
    }

    @Test
    void neverProposesThatATableIsShared(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE plans (code text PRIMARY KEY);
                                ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT ON plans TO anon, authenticated;
                                CREATE POLICY all_of_them ON plans FOR SELECT USING (true);
                                """);
        assertEquals(Map.of(), spec(proposal).shared());
        assertEquals(
                "a policy shows every row; no grant to write it",
                proposal.unsaid().get("public.plans"));
        assertFalse(proposal.unsaid().containsKey("public.notes"));
    }

    @Test
    void inventsNothing(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        """
                        DROP FUNCTION IF EXISTS nothing();
                        CREATE TABLE facts (id int PRIMARY KEY, body text);
                        GRANT SELECT ON facts TO authenticated;
                        """);
        assertEquals(Optional.empty(), spec(proposal).member());
        assertFalse(proposal.isComplete());
        assertTrue(proposal.missing().toString().contains("whose a row is"), proposal.toString());
    }

    @Test
    void saysWhichOtherColumnItMayBe(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        NOTES
                                + """
                                CREATE TABLE profiles (id uuid PRIMARY KEY, name text);
                                ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
                                CREATE TABLE things (id uuid PRIMARY KEY);
                                CREATE POLICY me ON profiles TO authenticated USING (id = auth.uid());
                                """);
        assertEquals(List.of("user_id"), spec(proposal).owners());
        assertEquals(Map.of("public.profiles", "id"), spec(proposal).ownerTables());
        assertTrue(
                said(proposal, "owner.tables.public.profiles").contains("means something else"),
                proposal.toString());
    }

    @Test
    void keepsTheCastThatPoliciesWrite(Lab lab) throws SQLException {
        Tenancy spec =
                spec(
                        propose(
                                lab,
                                """
                                CREATE TABLE notes (id int PRIMARY KEY, owner_id uuid NOT NULL, body text);
                                ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT ON notes TO authenticated;
                                CREATE POLICY own ON notes USING (owner_id = (SELECT nullif(current_setting('app.user_id'), '')::uuid));
                                """));
        assertEquals(
                Optional.of("nullif(current_setting('app.user_id'), '')::uuid"), spec.identity());
        assertEquals(Map.of("app.user_id", "${user}"), spec.member().orElseThrow().settings());
    }

    @Test
    void takesTheGroupAndNotOneOfItsMembers(Lab lab) throws SQLException {
        Proposal proposal =
                propose(
                        lab,
                        """
                        RESET ROLE; CREATE ROLE p_clients; CREATE ROLE acme LOGIN IN ROLE p_clients; CREATE ROLE globex LOGIN IN ROLE p_clients;
                        DROP OWNED BY anon, authenticated; DROP ROLE anon, authenticated; GRANT USAGE ON SCHEMA public TO p_clients; SET ROLE maker;
                        CREATE TABLE devices (id int PRIMARY KEY, owner name NOT NULL);
                        ALTER TABLE devices ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT ON devices TO p_clients;
                        CREATE POLICY own ON devices USING (owner = current_user);
                        """);
        assertEquals(
                "p_clients",
                spec(proposal).member().orElseThrow().role(),
                said(proposal, "sessions.member"));
    }

    private static final String CHAIN =
            ORGS.replace("owner_org uuid REFERENCES orgs, ", "")
                    + """
                    CREATE TABLE comments (id uuid PRIMARY KEY, task_id uuid REFERENCES tasks, author_id uuid NOT NULL);
                    CREATE TABLE labels (id uuid PRIMARY KEY, task_id uuid REFERENCES tasks, project_id uuid REFERENCES projects);
                    CREATE TABLE drafts (id uuid PRIMARY KEY, task_id uuid REFERENCES tasks, user_id uuid NOT NULL);
                    ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
                    ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY p ON orgs TO authenticated USING (id IN (SELECT org_id FROM org_users WHERE user_id = auth.uid()));
                    CREATE POLICY p ON projects TO authenticated USING (org_id IN (SELECT org_id FROM org_users WHERE user_id = auth.uid()));
                    CREATE POLICY p ON org_users TO authenticated USING (user_id = auth.uid());
                    CREATE POLICY p ON tasks TO authenticated USING (project_id IN (SELECT id FROM projects));
                    CREATE POLICY r ON comments FOR SELECT TO authenticated USING (task_id IN (SELECT id FROM tasks));
                    CREATE POLICY w ON comments FOR UPDATE TO authenticated USING (author_id = auth.uid());
                    CREATE POLICY p ON drafts TO authenticated USING (user_id = auth.uid());
                    """;

    @Test
    void findsParentsAndTakesNoAuthorForAnOwner(Lab lab) throws SQLException {
        Proposal proposal = propose(lab, CHAIN);
        assertEquals(
                Map.of("public.tasks", "project_id", "public.comments", "task_id"),
                spec(proposal).parents());
        assertEquals(List.of("user_id"), spec(proposal).owners());
        assertTrue(
                said(proposal, "tenant.parents.public.comments").contains("author_id"),
                proposal.toString());
        assertTrue(
                proposal.unsaid()
                        .get("public.labels")
                        .contains("task_id refers to public.tasks, whose rows belong to somebody"),
                proposal.toString());
    }
}
