package dev.holdfast.rls.generate;

import static dev.holdfast.rls.generate.Ground.ORG_A;
import static dev.holdfast.rls.generate.Ground.ORG_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions whose tenants are a setting, and users that are roles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {
    private static final String SETTING = "cal3.current_organisation_ids";
    private static final String DENIED = "42501";

    private Ground ground;

    @BeforeAll
    void start() throws Exception {
        ground = new Ground();
    }

    @AfterAll
    void stop() throws Exception {
        ground.close();
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aListOfTenantsReachesTheirRowsAndNoOthers(Servers where) throws Exception {
        Database database = ground.ofProver(where, "organisations");
        ProofSchema.run(
                database,
                """
                insert into organisations values ('%1$s', 'a'), ('%2$s', 'b');
                insert into cases values (gen_random_uuid(), '%1$s', 'a'), (gen_random_uuid(), '%2$s', 'b');
                insert into remarks values (1, '%1$s', 'a'), (2, '%2$s', 'b');
                """
                        .formatted(ORG_A, ORG_B));
        Generated generated = Ground.generate(database, ProofSchema.byOrganisations(), false);
        assertEquals(List.of(), generated.problems());
        assertTrue(
                generated
                        .sql()
                        .contains(
                                "organisation_id = ANY ((SELECT"
                                        + " holdfast.current_organisation_ids()::uuid[])::uuid[])"),
                generated.sql());
        String seen = "select string_agg(title, '' order by title) from cases";
        Ground.asking(
                database,
                is -> {
                    assertEquals("a", is.as(of(ORG_A), seen));
                    assertEquals("ab", is.as(of(ORG_A + "," + ORG_B), seen));
                    assertEquals("", is.as(of(""), seen));
                    assertEquals("", is.as(new Asker("org_app", Map.of()), seen));
                    assertEquals("1", is.as(of(ORG_A), "select count(*) from remarks"));
                    assertEquals(
                            "new",
                            is.as(
                                    of(ORG_A),
                                    "insert into cases values (gen_random_uuid(), '"
                                            + ORG_A
                                            + "', 'new') returning title"));
                    assertEquals(
                            DENIED,
                            is.as(
                                    of(ORG_A),
                                    "insert into cases values (gen_random_uuid(), '"
                                            + ORG_B
                                            + "', 'new')"));
                });
    }

    private static Asker of(String tenants) {
        return new Asker("org_app", Map.of(SETTING, tenants));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aUserThatIsARoleReachesItsRowsAndNoOthers(Servers where) throws Exception {
        Database database = ground.ofProver(where, "logins");
        ProofSchema.run(
                database,
                """
                do $$ begin create role anna nologin; create role bert nologin;
                exception when duplicate_object then null; end $$;
                grant shop_staff to anna, bert; grant anna, bert to current_user;
                insert into shops values (1, 'anna'), (2, 'bert');
                insert into sales values (1, 1, 'anna', 10), (2, 2, 'bert', 20);
                """);
        Generated generated = Ground.generate(database, ProofSchema.byLogin(), true);
        assertEquals(List.of(), generated.problems());
        Asker anna = new Asker("anna", Map.of());
        Ground.asking(
                database,
                is -> {
                    assertEquals("10", is.as(anna, "select sum(total) from sales"));
                    assertEquals("11", is.as(anna, "update sales set total = 11 returning total"));
                    assertEquals(DENIED, is.as(anna, "insert into sales values (3, 2, 'anna', 1)"));
                    assertEquals(DENIED, is.as(anna, "update shops set login = 'anna'"));
                    assertEquals(
                            "anna anna",
                            is.one("select identity || ' ' || role from holdfast.audit_log"));
                });
    }
}
