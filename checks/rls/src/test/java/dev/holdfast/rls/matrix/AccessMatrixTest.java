package dev.holdfast.rls.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.matrix.Cell.Reach;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class AccessMatrixTest {
    private static AccessMatrix matrix(Lab lab, String sql) throws SQLException {
        Catalog catalog = lab.after(sql);
        EffectiveAccess access = new EffectiveAccess(catalog);
        return AccessMatrix.of(
                access,
                new WaysAround(access),
                ExposedRoles.usual(catalog).roles(),
                catalog.allRelations());
    }

    @Test
    void saysAllRowsWhereThePoliciesAskNothingOfTheRow(Lab lab) throws SQLException {
        AccessMatrix matrix =
                matrix(
                        lab,
                        """
                        CREATE TABLE t (id uuid); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT, INSERT, UPDATE, DELETE ON t TO anon, authenticated;
                        CREATE POLICY r ON t FOR SELECT USING (true);
                        CREATE POLICY w ON t FOR INSERT WITH CHECK (true);
                        CREATE POLICY u ON t FOR UPDATE USING (auth.uid() IS NOT NULL);
                        CREATE POLICY d ON t FOR DELETE USING (id = auth.uid());
                        """);
        Line anonymous = matrix.of("public.t").getFirst();
        Line signedIn = matrix.of("public.t").getLast();
        assertEquals(Reach.UNASKED, anonymous.cell(Privilege.SELECT).reach());
        assertEquals(Reach.UNASKED, anonymous.cell(Privilege.INSERT).reach());
        assertEquals(Reach.POLICY, anonymous.cell(Privilege.UPDATE).reach());
        assertEquals(Reach.UNASKED, signedIn.cell(Privilege.UPDATE).reach());
        assertEquals(Reach.POLICY, signedIn.cell(Privilege.DELETE).reach());
    }

    @Test
    void saysOfAViewThatItEvadesPolicies(Lab lab) throws SQLException {
        AccessMatrix matrix =
                matrix(
                        lab,
                        """
                        CREATE TABLE t (id uuid); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                        CREATE VIEW owners AS SELECT * FROM t;
                        CREATE VIEW invokers WITH (security_invoker) AS SELECT * FROM t;
                        GRANT SELECT ON t, owners, invokers TO anon;
                        """);
        Cell owners = matrix.of("public.owners").getFirst().cell(Privilege.SELECT);
        assertEquals(
                List.of(
                        "view public.owners reaches public.t as maker (the owner is exempt without FORCE)"),
                owners.around());
        assertEquals(
                List.of(), matrix.of("public.invokers").getFirst().cell(Privilege.SELECT).around());
    }

    @Test
    void listsNoWritesOfWhatTakesNone(Lab lab) throws SQLException {
        AccessMatrix matrix =
                matrix(
                        lab,
                        """
                        CREATE TABLE t (id int, n int);
                        CREATE VIEW plain AS SELECT * FROM t;
                        CREATE VIEW grouped AS SELECT id, sum(n) FROM t GROUP BY id;
                        CREATE MATERIALIZED VIEW kept AS SELECT * FROM t;
                        GRANT ALL ON t, plain, grouped, kept TO anon;
                        """);
        for (String closed : List.of("public.grouped", "public.kept")) {
            Line line = matrix.of(closed).getFirst();
            assertEquals(Reach.NONE, line.cell(Privilege.INSERT).reach(), closed);
            assertEquals(Reach.NONE, line.cell(Privilege.UPDATE).reach(), closed);
            assertEquals(Reach.NONE, line.cell(Privilege.DELETE).reach(), closed);
        }
        Line plain = matrix.of("public.plain").getFirst();
        assertEquals(Reach.QUERY, plain.cell(Privilege.INSERT).reach());
        assertEquals(Reach.NONE, plain.cell(Privilege.TRUNCATE).reach());
        assertEquals(Reach.ALL, matrix.of("public.kept").getFirst().cell(Privilege.SELECT).reach());
        assertEquals(
                List.of(),
                matrix.of("public.t").getFirst().cell(Privilege.INSERT).around().stream()
                        .filter(each -> each.contains("grouped"))
                        .toList());
    }

    @Test
    void tellsEachReachApart(Lab lab) throws SQLException {
        AccessMatrix matrix =
                matrix(
                        lab,
                        """
                        CREATE TABLE t (id uuid); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                        GRANT SELECT, INSERT, TRUNCATE ON t TO authenticated;
                        CREATE POLICY own ON t FOR SELECT USING (id = auth.uid());
                        CREATE TABLE open_table (id int); GRANT SELECT ON open_table TO anon;
                        CREATE VIEW v AS SELECT * FROM t; GRANT SELECT ON v TO anon;
                        CREATE SEQUENCE s; GRANT ALL ON s TO anon;
                        """);
        Line signedIn = matrix.of("public.t").getLast();
        assertEquals("authenticated", signedIn.role());
        assertEquals(Reach.POLICY, signedIn.cell(Privilege.SELECT).reach());
        assertEquals(List.of("own"), signedIn.cell(Privilege.SELECT).policies());
        assertEquals(Reach.NONE, signedIn.cell(Privilege.INSERT).reach());
        assertEquals(Reach.NONE, signedIn.cell(Privilege.UPDATE).reach());
        assertEquals(Reach.ALL, signedIn.cell(Privilege.TRUNCATE).reach());
        Line anonymous = matrix.of("public.t").getFirst();
        assertEquals(Reach.NONE, anonymous.cell(Privilege.SELECT).reach());
        assertTrue(
                anonymous.cell(Privilege.SELECT).around().getFirst().startsWith("view public.v"));
        assertEquals(List.of(), anonymous.cell(Privilege.DELETE).around());
        assertEquals(
                Reach.ALL,
                matrix.of("public.open_table").getFirst().cell(Privilege.SELECT).reach());
        assertEquals(Reach.QUERY, matrix.of("public.v").getFirst().cell(Privilege.SELECT).reach());
        assertEquals(List.of(), matrix.of("public.s"));
    }

    @Test
    void isMapsAndListsForJson(Lab lab) throws SQLException {
        Map<String, Object> map =
                matrix(lab, "CREATE TABLE t (id int); GRANT SELECT ON t TO anon;").toMap();
        List<?> lines = (List<?>) map.get("lines");
        Map<?, ?> first = (Map<?, ?>) lines.getFirst();
        assertEquals("public.t", first.get("relation"));
        Map<?, ?> cell = (Map<?, ?>) ((List<?>) first.get("cells")).getFirst();
        assertEquals("all rows", cell.get("reach"));
        assertEquals(
                List.of("SELECT: granted to anon", "row security is off"), cell.get("because"));
    }
}
