package dev.holdfast.rls.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens beside a statement, or in another session, and is in no policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnaskedTest {
    private static final String INBOX =
            """
            create table inbox (id uuid primary key, user_id uuid not null, title text);
            alter table inbox enable row level security;
            create policy own on inbox to authenticated using (user_id = auth.uid());
            create rule copy as on insert to inbox do also
              delete from notes where title = new.title;
            """;
    private static final String PARTS =
            """
            create table parts (id int, user_id uuid not null, title uuid, k int)
              partition by list (k);
            create table parts1 partition of parts default;
            alter table parts enable row level security;
            grant select, update (title) on parts to authenticated;
            create policy own on parts to authenticated
              using (user_id = auth.uid()) with check (true);
            create function give() returns trigger language plpgsql as
              $$ begin new.user_id := new.title; return new; end $$;
            """;
    private static final String PEOPLE =
            """
            create table people (id uuid not null);
            alter table people enable row level security;
            create policy own on people for select to authenticated using (id = auth.uid());
            create schema ten;
            create table ten.people (id uuid not null);
            grant select on people, ten.people to authenticated;
            grant usage on schema ten to authenticated;
            create function mine(o uuid) returns boolean language sql stable as
              $$ select exists (select from people where id = o) $$;
            alter policy read_own on notes using (mine(user_id));
            """;

    private ThrowawayServer server;
    private ProofSchema schema;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        schema = ProofSchema.of(server, "owner", ProofSchema.byOwner());
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void leavesOpenWhatARuleOfTheTableDoes() throws Exception {
        String rule =
                "create rule also as on insert to notes do also update notes set title = new.title"
                        + " where shared;";
        unknown(rule, Property.CROSS_INSERT, "the rule also on public.notes is not looked into");
        unknown(rule, Property.CROSS_UPDATE, "the rule also on public.notes is not looked into");
        unknown(rule, Property.CROSS_DELETE, "the rule also on public.notes is not looked into");
        proved(rule, "notes", Property.CROSS_READ);
    }

    @Test
    void leavesOpenWhatARuleOfAnotherTableDoes() throws Exception {
        String open = INBOX + "grant insert on inbox to authenticated;";
        unknown(open, Property.CROSS_DELETE, "the rule copy on public.inbox");
        unknown(
                open + "revoke delete on notes from authenticated;",
                Property.CROSS_DELETE,
                "the rule copy on public.inbox");
        String further =
                INBOX
                        + """
                        create view door as select 1 as one;
                        create rule enter as on insert to door do instead
                          insert into inbox values (gen_random_uuid(), auth.uid(), 'x');
                        """;
        unknown(
                further + "grant insert on door to authenticated;",
                Property.CROSS_DELETE,
                "the rule");
        proved(further, "notes", Property.CROSS_DELETE);
    }

    @Test
    void leavesOpenWhatARuleOfAnInvokersViewDoes() throws Exception {
        String view =
                """
                create view mine with (security_invoker = on) as select * from notes;
                create rule also as on insert to mine do instead
                  update notes set title = new.title where id = new.id;
                """;
        unknown(
                view + "grant insert on mine to authenticated;",
                Property.CROSS_UPDATE,
                "the rule also on public.mine is not looked into");
        proved(view, "notes", Property.CROSS_UPDATE);
    }

    @Test
    void provesBesideRulesThatDoNothing() throws Exception {
        proved(
                "create rule none as on delete to notes where shared do instead nothing;",
                "notes",
                Property.CROSS_DELETE);
        proved(INBOX, "notes", Property.CROSS_DELETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "insert"})
    void keepsNoColumnThatAPartitionsTriggerMayWrite(String event) throws Exception {
        String trigger = "create trigger t %s " + event + " on parts1 for each row ";
        open(
                PARTS + trigger.formatted("before") + "execute function give();",
                "parts",
                Property.CROSS_UPDATE);
        proved(
                PARTS + trigger.formatted("after") + "execute function give();",
                "parts",
                Property.CROSS_UPDATE);
    }

    @Test
    void readsNamesAsANewSessionOfTheDatabaseDoes() throws Exception {
        proved(PEOPLE, "notes", Property.CROSS_READ);
        open(PEOPLE + database("ten, public"), "notes", Property.CROSS_READ);
        proved(PEOPLE + database("public, ten"), "notes", Property.CROSS_READ);
    }

    @Test
    void readsNoNamesThatRolesReadDifferently() throws Exception {
        open(PEOPLE + authenticated("ten, public"), "notes", Property.CROSS_READ);
        proved(PEOPLE + authenticated("public, ten"), "notes", Property.CROSS_READ);
        open(PEOPLE + "alter schema ten rename to authenticated;", "notes", Property.CROSS_READ);
        proved(
                PEOPLE
                        + "alter schema ten rename to authenticated;"
                        + "alter function mine set search_path = public;",
                "notes",
                Property.CROSS_READ);
    }

    private static String database(String path) {
        return "do $$ begin execute format('alter database %I set search_path = "
                + path
                + "', current_database()); end $$;";
    }

    private static String authenticated(String path) {
        return "do $$ begin execute format('alter role authenticated in database %I set"
                + " search_path = "
                + path
                + "', current_database()); end $$;";
    }

    private void unknown(String change, Property property, String reason) throws Exception {
        Proof proof = schema.prove(change, "notes", property);
        assertEquals(Proof.Verdict.UNKNOWN, proof.verdict(), proof.reason());
        assertTrue(proof.reason().contains(reason), proof.reason());
    }

    private void open(String change, String table, Property property) throws Exception {
        Proof proof = schema.prove(change, table, property);
        assertNotEquals(Proof.Verdict.PROVED, proof.verdict(), proof.reason());
    }

    private void proved(String change, String table, Property property) throws Exception {
        Proof proof = schema.prove(change, table, property);
        assertEquals(Proof.Verdict.PROVED, proof.verdict(), proof.reason());
    }
}
