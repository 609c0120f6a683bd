package dev.holdfast.rls.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import dev.holdfast.rls.difference.Difference.Kind;
import dev.holdfast.rls.solve.InterpolSolver;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One schema, and single edits of it: each opens, closes, or neither. */
@ExtendWith(OneLab.class)
class DifferencesTest {
    /** Numbers that are not those of the other catalogue, as two databases have them. */
    private static final String SHIFT =
            "CREATE TABLE shift (a int); CREATE FUNCTION shifted() RETURNS int LANGUAGE sql AS"
                    + " 'SELECT 1'; DROP TABLE shift; DROP FUNCTION shifted();\n";

    private static final String SCHEMA =
            """
            CREATE TYPE rank AS ENUM ('low', 'high');
            CREATE TABLE members (org int NOT NULL, uid uuid NOT NULL, rank rank NOT NULL, PRIMARY KEY (org, uid));
            ALTER TABLE members ENABLE ROW LEVEL SECURITY;
            GRANT SELECT ON members TO authenticated;
            CREATE POLICY mine ON members FOR SELECT TO authenticated USING (uid = auth.uid());
            CREATE FUNCTION my_orgs() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER AS
              $$ SELECT org FROM members WHERE uid = auth.uid() $$;
            CREATE TABLE docs (id int PRIMARY KEY, org int NOT NULL, owner uuid, hidden boolean NOT NULL, body text);
            ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
            ALTER TABLE docs FORCE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT, UPDATE, DELETE ON docs TO authenticated;
            CREATE POLICY floor ON docs AS RESTRICTIVE TO authenticated USING (org IN (SELECT my_orgs()));
            CREATE POLICY own ON docs TO authenticated USING (owner = auth.uid() AND NOT hidden);
            CREATE VIEW shown WITH (security_invoker = true) AS SELECT id FROM docs;
            GRANT SELECT ON shown TO authenticated;
            """;

    private static Version.Parts parts(Lab lab, String sql) throws Exception {
        Lab.Seen seen = lab.seen(sql);
        return new Version.Parts(seen.catalog(), seen.bodies());
    }

    private static List<Difference> differences(Lab lab, String before, String after)
            throws Exception {
        Version.Both both = Version.Both.of(parts(lab, SHIFT + before), parts(lab, after));
        Version was = both.before();
        Version is = both.after();
        Set<String> roles = new TreeSet<>(was.usualRoles(Set.of("public")));
        roles.addAll(is.usualRoles(Set.of("public")));
        return new Differences(was, is, List.of("public"), new InterpolSolver()).of(roles);
    }

    private static String kinds(List<Difference> found) {
        return found.stream()
                .map(each -> each.kind().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void theSameIsTheSame(Lab lab) throws Exception {
        assertEquals(List.of(), differences(lab, SCHEMA, SCHEMA));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "edits.csv", delimiter = '|', numLinesToSkip = 1)
    void saysWhichWayAnEditGoes(String expected, String edit, Lab lab) throws Exception {
        List<Difference> found = differences(lab, SCHEMA, SCHEMA + edit);
        assertEquals(expected.equals("SAME") ? "" : expected, kinds(found), found.toString());
    }

    /** The other way round what opens closes; nothing that opens is taken for the same. */
    @ParameterizedTest(name = "back from {1}")
    @CsvFileSource(resources = "edits.csv", delimiter = '|', numLinesToSkip = 1)
    void saysTheOtherWayRound(String expected, String edit, Lab lab) throws Exception {
        String reversed =
                switch (expected) {
                    case "OPENED" -> "CLOSED";
                    case "CLOSED" -> "OPENED";
                    default -> expected.equals("SAME") ? "" : expected;
                };
        List<Difference> found = differences(lab, SCHEMA + edit, SCHEMA);
        assertEquals(reversed, kinds(found), found.toString());
    }

    /** What policies rest on is changed, and the policies are written as they were. */
    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "helpers.csv", delimiter = '|', numLinesToSkip = 1)
    void neverTakesAChangeOfWhatAPolicyRestsOnForTheSame(String given, String edit, Lab lab)
            throws Exception {
        List<Difference> found = differences(lab, SCHEMA + given, SCHEMA + given + edit);
        assertTrue(found.stream().anyMatch(each -> each.kind() != Kind.CLOSED), found.toString());
        assertEquals(List.of(), differences(lab, SCHEMA + given, SCHEMA + given));
    }

    @Test
    void saysWhatAndForWhom(Lab lab) throws Exception {
        List<Difference> found =
                differences(
                        lab,
                        SCHEMA,
                        SCHEMA
                                + "GRANT SELECT (id) ON docs TO anon;"
                                + " CREATE POLICY all_of_it ON docs FOR SELECT TO anon USING (true);");
        assertEquals(1, found.size(), found.toString());
        Difference it = found.getFirst();
        assertEquals(Kind.OPENED, it.kind());
        assertEquals("anon", it.role());
        assertEquals("SELECT", it.command());
        assertEquals("no grant", it.before());
        assertTrue(it.after().contains("all_of_it in the columns id"), it.after());
        assertTrue(it.evidence().toString().contains("granted to anon"), it.toString());
        Result result = DifferenceResults.of(it);
        assertEquals(DifferenceChecks.OPENED.id(), result.check());
        assertEquals(Outcome.FAIL, result.outcome());
        assertEquals(Severity.HIGH, result.severity());
    }
}
