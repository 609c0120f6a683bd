package dev.holdfast.rls.generate;

import static dev.holdfast.rls.generate.Ground.A;
import static dev.holdfast.rls.generate.Ground.B;
import static dev.holdfast.rls.generate.Ground.ORG_A;
import static dev.holdfast.rls.generate.Ground.ORG_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is generated proves, lets members at their own rows, and nobody at others'. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratorTest {
    private static final String SEED =
            """
            insert into orgs values ('%3$s', 'a'), ('%4$s', 'b');
            insert into org_users values ('%3$s', '%1$s'), ('%4$s', '%2$s');
            insert into projects (id, org_id, name) values (1001, '%3$s', 'a'), (1002, '%4$s', 'b');
            insert into tasks (id, org_id, project_id, title) values
              ('00000000-0000-4000-8000-000000000001', '%3$s', 1001, 'a'),
              ('00000000-0000-4000-8000-000000000002', '%4$s', 1002, 'b');
            insert into events (org_id, happened_at, note) values
              ('%3$s', '2026-05-01', 'a'), ('%4$s', '2026-05-01', 'b');
            insert into plans values (1, 10); insert into jobs values (1, 'x');
            """
                    .formatted(A, B, ORG_A, ORG_B);
    private static final String DENIED = "42501";
    private static final String NO_SUCH_PARENT = "23503";

    private Ground ground;

    @BeforeAll
    void start() throws Exception {
        ground = new Ground();
    }

    @AfterAll
    void stop() throws Exception {
        ground.close();
    }

    private static void sound(Generated generated) {
        assertEquals(
                List.of(), generated.problems(), () -> "problems of\n" + numbered(generated.sql()));
        assertEquals(Generated.Verdict.SOUND, generated.verdict());
        assertEquals(generated.asked(), generated.proved());
        assertTrue(generated.asked() > 0);
    }

    private static String numbered(String sql) {
        StringBuilder text = new StringBuilder();
        int line = 1;
        for (String each : sql.split("\n", -1)) {
            text.append(line++).append('\t').append(each).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void provesEverySchemaOfTheProver(Servers where) throws Exception {
        Map<String, Tenancy> schemas =
                Map.of(
                        "owner", ProofSchema.byOwner(),
                        "floor", ProofSchema.byOwner(),
                        "members", ProofSchema.byMembers(),
                        "settings", ProofSchema.bySettings(),
                        "organisations", ProofSchema.byOrganisations(),
                        "account", ProofSchema.byAccount(),
                        "logins", ProofSchema.byLogin());
        for (Map.Entry<String, Tenancy> each : schemas.entrySet()) {
            sound(Ground.generate(ground.ofProver(where, each.getKey()), each.getValue(), true));
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void closesWhatWasWideOpen(Servers where) throws Exception {
        Database database = ground.with(where, "wide");
        ProofSchema.run(database, SEED);
        Ground.asking(
                database,
                each ->
                        assertEquals(
                                "2",
                                each.anonymous("select count(*) from projects"),
                                "open before"));
        Generated generated = Ground.generate(database, Ground.wide(), false);
        sound(generated);
        assertTrue(
                generated.left().stream().anyMatch(each -> each.contains("rls.unique-oracle")),
                generated.left().toString());
        Ground.asking(database, GeneratorTest::readsAndWritesItsOwn);
        Ground.asking(database, GeneratorTest::reachesNothingElse);
        // Twice is as once.
        ProofSchema.run(database, generated.sql());
        Ground.asking(database, GeneratorTest::readsAndWritesItsOwn);
        Ground.asking(database, GeneratorTest::reachesNothingElse);
        Generated again = Ground.generate(database, Ground.wide(), false);
        sound(again);
        assertEquals(generated.policies(), again.policies());
        assertFalse(again.sql().contains("CREATE INDEX IF"), again.sql());
        assertFalse(again.sql().contains("CREATE UNIQUE INDEX IF"), again.sql());
    }

    private static void readsAndWritesItsOwn(Ground.Sessions is) throws Exception {
        assertEquals("1", is.member(A, "select count(*) from orgs"));
        assertEquals("1", is.member(A, "select count(*) from org_users"));
        assertEquals("a", is.member(A, "select string_agg(title, ',') from tasks"));
        assertEquals("a", is.member(A, "select string_agg(title, ',') from task_list"));
        assertEquals("a", is.member(A, "select string_agg(note, ',') from events"));
        assertEquals("1", is.member(A, "select count(*) from plans"));
        assertEquals("1", is.anonymous("select count(*) from plans"));
        assertEquals(
                "new",
                is.member(
                        A,
                        "insert into projects (org_id, parent_id, name) values ('"
                                + ORG_A
                                + "', 1001, 'new') returning name"));
        assertEquals(
                "2",
                is.member(
                        A,
                        "insert into \"Order Lines\" (org_id, \"select\") values ('"
                                + ORG_A
                                + "', 'done') returning twice"));
        assertEquals(
                "mine",
                is.member(A, "update tasks set title = 'mine', project_id = 1001 returning title"));
        assertEquals("b", is.one("select title from tasks where org_id = '" + ORG_B + "'"));
        assertEquals(
                "blue",
                is.member(
                        A,
                        "insert into settings values ('"
                                + ORG_A
                                + "', 'blue') returning \"Colour\""));
        assertEquals(
                "noted",
                is.member(
                        A,
                        "insert into events (org_id, happened_at, note) values ('"
                                + ORG_A
                                + "', '2026-06-01', 'noted') returning note"));
        assertEquals("a", is.member(A, "delete from projects where id = 1001 returning name"));
        assertEquals("0", is.one("select count(*) from tasks where org_id = '" + ORG_A + "'"));
    }

    private static void reachesNothingElse(Ground.Sessions is) throws Exception {
        for (String table : List.of("orgs", "org_users", "tasks", "projects", "events", "jobs")) {
            assertEquals(DENIED, is.anonymous("select 1 from " + table), table);
        }
        assertEquals(DENIED, is.anonymous("select 1 from task_list"));
        assertEquals(DENIED, is.member(A, "select 1 from jobs"));
        assertEquals(DENIED, is.member(A, "select 1 from job_list"));
        assertEquals(DENIED, is.member(A, "select 1 from totals"));
        assertEquals(DENIED, is.member(A, "select 1 from events_2026"));
        assertEquals(DENIED, is.member(A, "insert into plans values (2, 0)"));
        assertEquals(DENIED, is.member(A, "truncate tasks"));
        assertEquals(DENIED, is.member(A, "select create_org('mine')"));
        assertEquals(
                DENIED,
                is.member(A, "insert into org_users values ('" + ORG_B + "', '" + A + "')"));
        assertEquals(DENIED, is.member(A, "update org_users set org_id = '" + ORG_B + "'"));
        assertEquals(DENIED, is.member(A, "update orgs set name = 'mine'"));
        assertEquals(DENIED, is.member(A, "update tasks set org_id = '" + ORG_B + "'"));
        assertEquals(
                DENIED,
                is.member(A, "insert into projects (org_id, name) values ('" + ORG_B + "', 'x')"));
        assertEquals(
                "0",
                is.member(
                        A,
                        "with x as (update projects set name = 'x' where id = 1002 returning 1)"
                                + " select count(*) from x"));
        assertEquals(
                "0",
                is.member(
                        A,
                        "with x as (delete from tasks where title = 'b' returning 1) select"
                                + " count(*) from x"));
        // A key that crosses tenants, whether or not its row can be seen.
        is.owner("set constraints all immediate");
        assertEquals(
                NO_SUCH_PARENT,
                is.member(
                        A,
                        "insert into tasks (org_id, project_id) values ('" + ORG_A + "', 1002)"));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void logsWhoChangedWhat(Servers where) throws Exception {
        Database database = ground.with(where, "wide");
        Generated generated = Ground.generate(database, Ground.wide(), true);
        sound(generated);
        ProofSchema.run(database, generated.sql());
        ProofSchema.run(database, SEED);
        Ground.asking(
                database,
                is -> {
                    is.owner("set local role postgres");
                    is.owner("delete from tasks where title = 'b'");
                    is.member(A, "update tasks set title = 'mine'");
                    assertEquals(
                            A + " authenticated tasks UPDATE a mine",
                            is.one(
                                    "select concat_ws(' ', identity, role, table_name, command,"
                                            + " old_row ->> 'title', new_row ->> 'title') from"
                                            + " holdfast.audit_log order by id desc limit 1"));
                    assertEquals(
                            "1",
                            is.one(
                                    "select count(*) from holdfast.audit_log where command ="
                                            + " 'DELETE' and identity is null and new_row is null"));
                    is.member(
                            A,
                            "insert into events (org_id, happened_at, note) values ('"
                                    + ORG_A
                                    + "', '2026-06-01', 'noted')");
                    assertEquals(
                            "1",
                            is.one(
                                    "select count(*) from holdfast.audit_log where new_row ->>"
                                            + " 'note' = 'noted'"));
                    is.owner("truncate jobs");
                    assertEquals(
                            "1",
                            is.one(
                                    "select count(*) from holdfast.audit_log where command ="
                                            + " 'TRUNCATE'"));
                    for (String each :
                            List.of(
                                    "select 1 from holdfast.audit_log",
                                    "delete from holdfast.audit_log",
                                    "update holdfast.audit_log set role = 'x'",
                                    "select holdfast.audit_identity()")) {
                        assertEquals(DENIED, is.member(A, each), each);
                        assertEquals(DENIED, is.anonymous(each), each);
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void nobodyTurnsTheLogBack(Servers where) throws Exception {
        Database database = ground.with(where, "wide");
        sound(Ground.generate(database, Ground.wide(), true));
        // Its owner as most databases have one: without BYPASSRLS.
        ProofSchema.run(
                database,
                SEED
                        + """
                        do $$ begin create role keeper nologin; exception when duplicate_object then null; end $$;
                        grant keeper to current_user; grant all on schema holdfast to keeper;
                        alter policy append on holdfast.audit_log to keeper;
                        truncate holdfast.audit_log;
                        alter table holdfast.audit_log owner to keeper;
                        alter function holdfast.write_audit_log() owner to keeper;
                        grant execute on function holdfast.audit_identity() to keeper;
                        """);
        Ground.asking(
                database,
                is -> {
                    assertEquals(
                            "mine",
                            is.member(A, "update tasks set title = 'mine' returning title"));
                    assertEquals("1", is.one("select count(*) from holdfast.audit_log"));
                    Asker keeper = new Asker("keeper", Map.of());
                    assertEquals("0", is.as(keeper, "select count(*) from holdfast.audit_log"));
                    is.as(keeper, "update holdfast.audit_log set identity = 'x'");
                    is.as(keeper, "delete from holdfast.audit_log");
                    assertEquals(
                            A, is.one("select string_agg(identity, ',') from holdfast.audit_log"));
                });
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void readsASettingThatIsMissingOrEmptyAsNobody(Servers where) throws Exception {
        Database database = ground.with(where, "customers");
        ProofSchema.run(
                database,
                "insert into baskets (id, customer) values (1001, '%s'), (1002, '%s');"
                        .formatted(A, B));
        Generated generated = Ground.generate(database, Ground.customers(), false);
        sound(generated);
        assertTrue(generated.sql().contains("SELECT set_config('app.customer', $1, true);"));
        Ground.asking(
                database,
                is -> {
                    assertEquals(
                            "1001",
                            customer(is, A, "select string_agg(id::text, ',') from baskets"));
                    assertEquals(
                            A,
                            customer(
                                    is,
                                    A,
                                    "insert into baskets (customer) values ('"
                                            + A
                                            + "') returning customer"));
                    assertEquals(
                            DENIED,
                            customer(is, A, "insert into baskets (customer) values ('" + B + "')"));
                    assertEquals("0", customer(is, "", "select count(*) from baskets"));
                    assertEquals(
                            NO_SUCH_PARENT,
                            customer(
                                    is,
                                    A,
                                    "insert into items values (1002, 1, '" + A + "', 'group')"));
                    assertEquals(
                            "group",
                            customer(
                                    is,
                                    A,
                                    "insert into items values (1001, 1, '"
                                            + A
                                            + "', 'group') returning \"group\""));
                    assertEquals(
                            DENIED, customer(is, A, "update hints set customer = '" + A + "'"));
                });
        Ground.asking(
                database,
                is ->
                        assertEquals(
                                "0",
                                is.as(
                                        new Asker("app_customers", Map.of()),
                                        "select count(*) from baskets"),
                                "never set"));
    }

    private static String customer(Ground.Sessions is, String user, String sql) throws Exception {
        return is.as(new Asker("app_customers", Map.of("app.customer", user)), sql);
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void writesTheSameForTheSame(Servers where) throws Exception {
        Tenancy tenancy = Ground.wide();
        String one = Ground.generate(ground.with(where, "wide"), tenancy, true).sql();
        String other = Ground.generate(ground.with(where, "wide"), tenancy, true).sql();
        assertEquals(one, other);
    }
}
