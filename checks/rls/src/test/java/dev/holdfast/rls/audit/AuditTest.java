package dev.holdfast.rls.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class AuditTest {
    private static final String CLEAN =
            """
            CREATE TABLE notes (id uuid PRIMARY KEY, owner_id uuid NOT NULL);
            CREATE INDEX ON notes (owner_id);
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO authenticated;
            CREATE POLICY own ON notes TO authenticated USING (owner_id = (SELECT auth.uid()));
            """;

    @Test
    void passesATableWithWhatItLookedAt(Lab lab) throws SQLException {
        Findings findings = Findings.of(lab, CLEAN);
        assertEquals(List.of(), findings.errors(), findings::text);
        Result pass = findings.has("audit", "public.notes").first("audit");
        assertEquals(Outcome.PASS, pass.outcome());
        assertEquals(List.of("own"), pass.properties().get("policies"));
        assertEquals(List.of("anon", "authenticated"), pass.properties().get("roles"));
    }

    @Test
    void passesNoTableWithAFinding(Lab lab) throws SQLException {
        Findings.of(lab, CLEAN + "GRANT TRUNCATE ON notes TO anon;").hasNo("audit");
    }

    @Test
    void namesWhatDoesNotExist(Lab lab) throws SQLException {
        Findings findings =
                Findings.of(
                        lab,
                        new AuditRequest(
                                List.of("public", "api"),
                                List.of("authenticated", "web"),
                                List.of("app.tenant", "request.jwt.claims"),
                                false),
                        CLEAN);
        findings.has("not-found", "role:web", "schema:api", "setting:app.tenant");
        assertTrue(
                findings.all().stream()
                        .filter(each -> each.check().equals(Looked.NOT_FOUND.id()))
                        .allMatch(each -> each.outcome() == Outcome.UNKNOWN));
    }

    @Test
    void saysThatItLookedAtNothing(Lab lab) throws SQLException {
        Findings findings = Findings.of(lab, "");
        findings.has("no-tables", "schemas:public");
        assertFalse(
                findings.all().stream().anyMatch(each -> each.outcome() == Outcome.PASS),
                findings::text);
    }

    @Test
    void passesNothingWhenNoRoleExists(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        new AuditRequest(List.of("public"), List.of("web"), List.of(), false),
                        CLEAN)
                .has("no-tables", "schemas:public")
                .has("not-found", "role:web")
                .hasNo("audit");
    }

    @Test
    void looksForEverybodyWhereThereIsNoApi(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id int); GRANT SELECT ON a TO app;
                        CREATE TABLE b (id int); GRANT SELECT ON b TO PUBLIC;
                        CREATE TABLE c (id int); GRANT SELECT ON c TO keeper;
                        RESET ROLE; DROP OWNED BY anon, authenticated; DROP ROLE anon, authenticated;
                        """
                                .replace(
                                        "CREATE TABLE a",
                                        "RESET ROLE; CREATE ROLE app LOGIN; CREATE ROLE keeper LOGIN"
                                                + " BYPASSRLS; SET LOCAL ROLE maker;"
                                                + " CREATE TABLE a"))
                .has("disabled", "public.a", "public.b");
    }

    @Test
    void reportsNoErrorForWhatIsNoHole(Lab lab) throws SQLException {
        Findings findings =
                Findings.of(
                        lab,
                        """
                        CREATE TABLE notes (id uuid PRIMARY KEY, owner_id uuid NOT NULL);
                        CREATE INDEX ON notes (owner_id);
                        ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO authenticated;
                        CREATE POLICY s ON notes FOR SELECT USING (owner_id = (SELECT auth.uid()));
                        CREATE POLICY u ON notes FOR UPDATE USING (owner_id = (SELECT auth.uid()));
                        CREATE POLICY i ON notes FOR INSERT;
                        RESET ROLE;
                        GRANT pg_read_all_data TO authenticated;
                        GRANT pg_read_all_stats TO authenticated;
                        ALTER ROLE authenticated SET row_security = off;
                        """);
        assertEquals(List.of(), findings.errors(), findings::text);
    }

    @Test
    void explainsEachIdOnce() {
        List<String> ids = Rules.explanations().stream().map(each -> each.id().value()).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        for (CheckInfo info : Rules.explanations()) {
            assertEquals("rls", info.id().area());
            assertFalse(info.references().isEmpty(), info.id().value());
        }
    }

    @Test
    void tellsResultsOfOneRuleApart(Lab lab) throws SQLException {
        Findings findings =
                Findings.of(
                        lab,
                        """
                        CREATE TABLE a (id int); GRANT ALL ON a TO anon;
                        CREATE TABLE b (id int); GRANT ALL ON b TO anon;
                        """);
        assertEquals(
                findings.all().size(),
                findings.all().stream().map(Result::identity).collect(Collectors.toSet()).size());
    }
}
