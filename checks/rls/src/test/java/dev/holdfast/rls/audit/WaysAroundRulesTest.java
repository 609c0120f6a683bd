package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class WaysAroundRulesTest {
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
    void findsViewsWithTheirOwnersRights(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE VIEW inner_view AS SELECT * FROM notes;
                                CREATE VIEW outer_view AS SELECT * FROM inner_view; GRANT SELECT ON outer_view TO authenticated;
                                CREATE VIEW invoker WITH (security_invoker = true) AS SELECT * FROM notes; GRANT SELECT ON invoker TO authenticated;
                                CREATE VIEW ungranted AS SELECT * FROM notes;
                                """)
                .has("definer-view", "public.outer_view")
                .as("definer-view", Severity.HIGH);
    }

    @Test
    void followsInvokersViewsInsideOfOthers(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE VIEW invoker WITH (security_invoker = true) AS SELECT * FROM notes;
                                CREATE VIEW outer_view AS SELECT * FROM invoker; GRANT SELECT ON outer_view TO authenticated;
                                """)
                .hasNo("definer-view");
    }

    @Test
    void acceptsViewsOfForcedTables(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                ALTER TABLE notes FORCE ROW LEVEL SECURITY;
                                CREATE VIEW v AS SELECT * FROM notes; GRANT SELECT ON v TO authenticated;
                                """)
                .hasNo("definer-view");
    }

    @Test
    void isMilderAboutViewsOfTablesWithoutRowSecurity(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE plain (id int); CREATE VIEW v AS SELECT * FROM plain; GRANT SELECT ON v TO anon;
                        """)
                .as("definer-view", Severity.LOW);
    }

    @Test
    void findsMaterializedViews(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE VIEW v AS SELECT * FROM notes;
                                CREATE MATERIALIZED VIEW m AS SELECT * FROM v; GRANT SELECT ON m TO anon;
                                CREATE MATERIALIZED VIEW hidden AS SELECT * FROM notes;
                                """)
                .has("materialized-view", "public.m")
                .as("materialized-view", Severity.HIGH);
    }

    @Test
    void findsDefinerFunctions(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE FUNCTION every_note() RETURNS SETOF notes LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT role.* FROM public.notes AS role $$;
                                CREATE FUNCTION standard() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' BEGIN ATOMIC SELECT count(*) FROM public.notes; END;
                                CREATE FUNCTION harmless() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
                                CREATE FUNCTION my_notes() RETURNS SETOF notes LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT * FROM public.notes WHERE owner_id = auth.uid() $$;
                                CREATE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT auth.uid() $$;
                                CREATE FUNCTION notes_of_me() RETURNS SETOF notes LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT * FROM public.notes WHERE owner_id = public.me() $$;
                                CREATE FUNCTION revoked() RETURNS SETOF notes LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT * FROM public.notes $$;
                                REVOKE EXECUTE ON FUNCTION revoked() FROM PUBLIC;
                                CREATE FUNCTION invoker() RETURNS SETOF notes LANGUAGE sql AS $$ SELECT * FROM public.notes $$;
                                CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$ BEGIN RETURN NEW; END $$;
                                """)
                .has(
                        "definer-function",
                        "public.every_note()",
                        "public.harmless()",
                        "public.my_notes()",
                        "public.notes_of_me()",
                        "public.standard()")
                .as(
                        "definer-function",
                        Severity.HIGH,
                        Severity.HIGH,
                        Severity.MEDIUM,
                        Severity.MEDIUM,
                        Severity.INFO)
                .hasNo("definer-search-path");
    }

    @Test
    void findsPathsThatTheCallerChooses(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE FUNCTION unset() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
                                CREATE FUNCTION without_temp() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT 1 $$;
                                CREATE FUNCTION good() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT 1 $$;
                                CREATE FUNCTION empty() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
                                CREATE FUNCTION invoker() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
                                """)
                .has("definer-search-path", "public.unset()", "public.without_temp()")
                .as("definer-search-path", Severity.MEDIUM, Severity.LOW);
    }

    @Test
    void findsHelpersWithTheCallersPath(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE FUNCTION mine(it uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT it = auth.uid() $$;
                                CREATE POLICY p ON notes USING (mine(owner_id));
                                """)
                .has("helper-search-path", "public.mine(it uuid)");
        Findings.of(
                        lab,
                        NOTES
                                + """
                                CREATE FUNCTION mine(it uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = '' AS $$ SELECT it = auth.uid() $$;
                                CREATE POLICY p ON notes USING (mine(owner_id));
                                """)
                .hasNo("helper-search-path");
    }

    @Test
    void findsChildrenWithoutTheParentsPolicies(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                                CREATE TABLE parent (id int, owner_id uuid) PARTITION BY LIST (id); ALTER TABLE parent ENABLE ROW LEVEL SECURITY;
                                GRANT SELECT ON parent TO authenticated; CREATE POLICY own ON parent USING (owner_id = auth.uid());
                                CREATE TABLE one PARTITION OF parent FOR VALUES IN (1); GRANT SELECT ON one TO authenticated;
                                CREATE TABLE two PARTITION OF parent FOR VALUES IN (2);
                        CREATE TABLE emptied PARTITION OF parent FOR VALUES IN (3); GRANT TRUNCATE ON emptied TO authenticated;
                                CREATE TABLE old_parent (id int); ALTER TABLE old_parent ENABLE ROW LEVEL SECURITY;
                                CREATE TABLE heir () INHERITS (old_parent); GRANT SELECT ON heir TO anon;
                        """)
                .has("partition-unguarded", "public.heir", "public.one")
                .has("disabled", "public.emptied");
    }

    @Test
    void namesSequencesThatAreRead(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE SEQUENCE a; GRANT SELECT ON a TO anon; CREATE SEQUENCE b; GRANT USAGE ON b TO anon;
                        """)
                .has("sequence-exposed", "public.a")
                .as("sequence-exposed", Severity.INFO);
    }

    @Test
    void findsLeakproofFunctions(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        RESET ROLE;
                        CREATE FUNCTION tells(text) RETURNS boolean LANGUAGE plpgsql LEAKPROOF AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$;
                        CREATE FUNCTION ordinary(text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN true; END $$;
                        """)
                .has("leakproof-function", "public.tells(text)");
    }

    @Test
    void findsForeignTables(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        RESET ROLE; CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
                        CREATE FOREIGN TABLE far (id int) SERVER s; GRANT SELECT ON far TO anon;
                        CREATE FOREIGN TABLE hidden (id int) SERVER s;
                        """)
                .has("foreign-table", "public.far");
    }
}
