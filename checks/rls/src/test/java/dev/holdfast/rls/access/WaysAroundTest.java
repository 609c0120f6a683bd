package dev.holdfast.rls.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.rls.catalog.Catalog;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class WaysAroundTest {
    private static final String TABLE =
            """
            CREATE TABLE t (id int);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            """;

    private static List<String> ways(Lab lab, String sql) throws SQLException {
        Catalog catalog = lab.after(TABLE + sql);
        return new WaysAround(new EffectiveAccess(catalog))
                .of(catalog.role("anon").orElseThrow().oid()).stream()
                        .filter(each -> each.target().schema().equals("public"))
                        .map(WayAround::text)
                        .toList();
    }

    @Test
    void namesTheChainOfViews(Lab lab) throws SQLException {
        assertEquals(
                List.of(
                        "view public.v2 > public.v1 reaches public.t as maker (the owner is exempt"
                                + " without FORCE)"),
                ways(
                        lab,
                        """
                        CREATE VIEW v1 AS SELECT * FROM t;
                        CREATE VIEW v2 AS SELECT * FROM v1; GRANT SELECT ON v2 TO anon;
                        """));
    }

    @Test
    void asksForTheRightsOfAnotherOwner(Lab lab) throws SQLException {
        String view =
                """
                RESET ROLE; CREATE ROLE other; GRANT CREATE, USAGE ON SCHEMA public TO other;
                GRANT other TO maker;
                CREATE VIEW v AS SELECT * FROM t; GRANT SELECT ON v TO anon; ALTER VIEW v OWNER TO other;
                """;
        assertEquals(List.of(), ways(lab, view));
        assertEquals(
                List.of("view public.v reaches public.t as other (policies count)"),
                ways(lab, view + "GRANT SELECT ON t TO other;"));
    }

    @Test
    void leavesInvokersViewsToTheInvoker(Lab lab) throws SQLException {
        assertEquals(
                List.of(),
                ways(
                        lab,
                        """
                        GRANT SELECT ON t TO anon;
                        CREATE VIEW v1 WITH (security_invoker) AS SELECT * FROM t;
                        CREATE VIEW v2 AS SELECT * FROM v1; GRANT SELECT ON v2 TO anon;
                        """));
    }

    @Test
    void saysOfTextsThatTheyMayReach(Lab lab) throws SQLException {
        assertEquals(
                List.of(
                        "SECURITY DEFINER function public.inner_f() may reach public.t as maker (the"
                                + " owner is exempt without FORCE)",
                        "SECURITY DEFINER function public.outer_f() may reach public.t as maker (the"
                                + " owner is exempt without FORCE)",
                        "SECURITY DEFINER function public.standard() reaches public.t as maker (the"
                                + " owner is exempt without FORCE)"),
                ways(
                        lab,
                        """
                        CREATE FUNCTION inner_f() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS
                        $$ BEGIN RETURN (SELECT count(*) FROM public.t); END $$;
                        CREATE FUNCTION outer_f() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS
                        $$ BEGIN RETURN public.inner_f(); END $$;
                        CREATE FUNCTION standard() RETURNS bigint LANGUAGE sql SECURITY DEFINER
                        BEGIN ATOMIC SELECT count(*) FROM public.t; END;
                        CREATE FUNCTION comment_only() RETURNS int LANGUAGE sql SECURITY DEFINER AS
                        $$ SELECT 1 -- FROM t
                        $$;
                        CREATE FUNCTION elsewhere() RETURNS int LANGUAGE sql SECURITY DEFINER
                        SET search_path = '' AS $$ SELECT 1 AS t $$;
                        """));
    }
}
