package dev.holdfast.rls.audit;

import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.server.Servers;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What node trees and catalogues look like differs between versions. */
class VersionsTest {
    private static final String SCHEMA =
            """
            CREATE TABLE open_table (id int); GRANT SELECT ON open_table TO anon;
            CREATE TABLE clean (id uuid PRIMARY KEY, owner_id uuid NOT NULL);
            CREATE INDEX ON clean (owner_id);
            ALTER TABLE clean ENABLE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT, UPDATE, DELETE ON clean TO authenticated;
            CREATE POLICY own ON clean TO authenticated USING (owner_id = (SELECT auth.uid()));
            CREATE TABLE members (org uuid NOT NULL, user_id uuid NOT NULL, PRIMARY KEY (org, user_id));
            ALTER TABLE members ENABLE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT ON members TO authenticated;
            CREATE POLICY see ON members FOR SELECT USING (user_id = (SELECT auth.uid()));
            CREATE POLICY enter ON members FOR INSERT WITH CHECK (user_id = (SELECT auth.uid()));
            CREATE TABLE docs (id uuid PRIMARY KEY, org uuid, state text);
            ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
            GRANT ALL ON docs TO authenticated;
            CREATE POLICY r ON docs FOR SELECT USING (EXISTS (SELECT 1 FROM members m WHERE m.user_id = (SELECT auth.uid()) AND m.org = org));
            CREATE POLICY w ON docs FOR INSERT WITH CHECK (coalesce(auth.jwt() -> 'user_metadata' ->> 'org', '') = org::text OR CASE WHEN state = 'x' THEN true ELSE false END);
            CREATE POLICY d ON docs FOR DELETE USING (true);
            CREATE POLICY u ON docs FOR UPDATE USING (current_setting('app.org', true) IS NULL OR org = ANY (ARRAY(SELECT m.org FROM members m)));
            CREATE VIEW v AS SELECT * FROM clean; GRANT SELECT ON v TO anon;
            CREATE MATERIALIZED VIEW m AS SELECT * FROM clean; GRANT SELECT ON m TO anon;
            CREATE FUNCTION f() RETURNS SETOF clean LANGUAGE sql SECURITY DEFINER AS $$ SELECT * FROM clean $$;
            """;

    @ParameterizedTest
    @EnumSource
    void findsTheSameOnEveryServer(Servers servers) throws IOException, SQLException {
        try (Lab lab = new Lab(servers)) {
            Findings.of(lab, SCHEMA)
                    .has("disabled", "public.open_table")
                    .has("audit", "public.clean")
                    .has("membership-writable", "public.members")
                    .has("shadowed-column", "public.docs:r")
                    .has("user-metadata", "public.docs:w")
                    .has("open-delete", "public.docs")
                    .has("unset-opens", "public.docs:u")
                    .has("unfiltered-privilege", "public.docs")
                    .has("definer-view", "public.v")
                    .has("materialized-view", "public.m")
                    .has("definer-function", "public.f()")
                    .has("definer-search-path", "public.f()")
                    .hasNo("not-read")
                    .hasNo("not-found");
        }
    }
}
