package dev.holdfast.rls.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import dev.holdfast.rls.catalog.Catalog;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class AccessExhibitTest {

    private static Findings beside(Catalog catalog, List<String> schemas, List<String> roles) {
        return AccessExhibit.beside(
                new Findings(List.of(), Coverage.NOTHING), catalog, schemas, roles);
    }

    private static Exhibit.Row row(Exhibit exhibit, String group, String name) {
        return exhibit.rows().stream()
                .filter(each -> each.group().equals(group) && each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysForEachCommandWhatIsReached(Lab lab) throws SQLException {
        Catalog catalog =
                lab.after(
                        """
                        CREATE TABLE t (id uuid); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT, INSERT ON t TO authenticated;
                        CREATE POLICY "their <own>" ON t FOR SELECT USING (id = auth.uid());
                        CREATE TABLE open_table (id int); GRANT SELECT ON open_table TO anon;
                        CREATE VIEW v AS SELECT * FROM t; GRANT SELECT ON v TO anon;
                        """);
        Exhibit exhibit =
                beside(catalog, List.of("public"), List.of("anon", "authenticated"))
                        .exhibits()
                        .getFirst();
        assertEquals(List.of("SELECT", "INSERT", "UPDATE", "DELETE"), exhibit.columns());
        List<Exhibit.Cell> signedIn = row(exhibit, "public.t", "authenticated").cells();
        assertEquals(
                new Exhibit.Cell("rows by policy their <own>", List.of(), Tone.LIMITED),
                signedIn.get(0));
        assertEquals(new Exhibit.Cell("none", List.of(), Tone.CLOSED), signedIn.get(1));
        assertEquals(
                new Exhibit.Cell(
                        "all rows",
                        List.of("SELECT: granted to anon", "row security is off"),
                        Tone.OPEN),
                row(exhibit, "public.open_table", "anon").cells().getFirst());
        Exhibit.Cell anonymous = row(exhibit, "public.t", "anon").cells().getFirst();
        assertEquals("none", anonymous.words());
        assertEquals(Tone.AROUND, anonymous.tone());
        assertTrue(anonymous.details().getFirst().startsWith("around: view public.v"));
        assertEquals(
                "rows of the query",
                row(exhibit, "public.v (view)", "anon").cells().getFirst().words());
    }

    @Test
    void showsNothingOfASchemaThatIsNotExposed(Lab lab) throws SQLException {
        Catalog catalog = lab.after("CREATE SCHEMA inside; CREATE TABLE inside.t (id int);");
        assertEquals(List.of(), beside(catalog, List.of("public"), List.of()).exhibits());
        assertEquals(1, beside(catalog, List.of("inside"), List.of()).exhibits().size());
    }
}
