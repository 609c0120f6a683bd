package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class PlatformRulesTest {
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
    void namesPublishedTables(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                CREATE TABLE plain (id int); RESET ROLE; CREATE PUBLICATION supabase_realtime FOR TABLE notes, plain;
                                """)
                .has("published", "public.notes")
                .as("published", Severity.INFO);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                -- nothing more
                                """)
                .hasNo("published");
    }

    @Test
    void findsPublicBuckets(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        RESET ROLE; CREATE SCHEMA storage; CREATE TABLE storage.buckets (id text, public boolean);
                        INSERT INTO storage.buckets VALUES ('open', true), ('closed', false);
                        """)
                .has("public-bucket", "bucket:open");
    }

    @Test
    void findsPoliciesThatLookAtTheBucketOnly(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        RESET ROLE; CREATE SCHEMA storage; GRANT USAGE ON SCHEMA storage TO anon, authenticated;
                        CREATE TABLE storage.objects (id uuid, bucket_id text, name text, owner uuid); ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
                        GRANT ALL ON storage.objects TO anon, authenticated;
                        CREATE POLICY list ON storage.objects FOR SELECT USING (bucket_id = 'avatars');
                        CREATE POLICY write ON storage.objects FOR INSERT TO authenticated WITH CHECK (bucket_id = 'avatars' AND auth.role() = 'authenticated');
                        CREATE POLICY own ON storage.objects FOR DELETE USING (bucket_id = 'avatars' AND owner = auth.uid());
                        """)
                .has("bucket-open", "storage.objects:list", "storage.objects:write")
                .as("bucket-open", Severity.HIGH, Severity.MEDIUM)
                .has("no-tables", "schemas:public")
                .hasNo("unfiltered-privilege");
    }

    @Test
    void findsDefaultPrivileges(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                ALTER DEFAULT PRIVILEGES FOR ROLE maker IN SCHEMA public GRANT SELECT ON TABLES TO anon;
                                """)
                .has("default-privileges", "schema:public")
                .as("default-privileges", Severity.LOW);
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; CREATE ROLE other; ALTER DEFAULT PRIVILEGES FOR ROLE maker IN SCHEMA public GRANT SELECT ON TABLES TO other;
                                """)
                .hasNo("default-privileges");
        Findings.of(
                        lab,
                        NOTES
                                + OWN
                                + """
                                RESET ROLE; CREATE ROLE other; ALTER DEFAULT PRIVILEGES FOR ROLE other IN SCHEMA public GRANT SELECT ON TABLES TO anon;
                                """)
                .as("default-privileges", Severity.INFO);
    }

    @Test
    void findsAccountsInViews(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        RESET ROLE; CREATE TABLE auth.users (id uuid PRIMARY KEY, email text UNIQUE); ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;
                        CREATE VIEW people AS SELECT email FROM auth.users; GRANT SELECT ON people TO anon;
                        CREATE VIEW safe WITH (security_invoker = on) AS SELECT email FROM auth.users; GRANT SELECT ON safe TO anon;
                        CREATE TABLE notes (id int PRIMARY KEY, who text REFERENCES auth.users (email), whose uuid REFERENCES auth.users);
                        """)
                .has("auth-users-exposed", "public.people")
                .has("auth-reference", "public.notes(who)");
    }

    @Test
    void findsExtensionsInExposedSchemas(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        RESET ROLE; CREATE EXTENSION pg_trgm SCHEMA public;
                        """)
                .has("extension-exposed", "extension:pg_trgm");
        Findings.of(
                        lab,
                        """
                        RESET ROLE; CREATE SCHEMA extensions; CREATE EXTENSION pg_trgm SCHEMA extensions;
                        """)
                .hasNo("extension-exposed");
    }
}
