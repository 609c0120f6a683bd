package dev.holdfast.rls.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generator does not write, or says, each with its counterpart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
    private static final String NOTES =
            "create table public.notes (id uuid primary key, user_id uuid not null, title text);"
                    + "grant all on public.notes to anon, authenticated;";

    private Ground ground;

    @BeforeAll
    void start() throws Exception {
        ground = new Ground();
    }

    @AfterAll
    void stop() throws Exception {
        ground.close();
    }

    private Generated of(Servers where, String sql) throws Exception {
        return Ground.generate(ground.made(where, sql), ProofSchema.byOwner(), false);
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void doesNotForceWhereADefinerOfAnOrdinaryOwnerWouldGoBlind(Servers where) throws Exception {
        String maker =
                NOTES
                        + "do $$ begin create role maker nologin; exception when duplicate_object"
                        + " then null; end $$;"
                        + "grant maker to current_user; grant all on schema public to maker;"
                        + "alter table public.notes owner to maker;";
        String helper =
                "create function public.titles() returns setof text language sql security definer"
                        + " set search_path = '' as $$ select title from public.notes $$;"
                        + "alter function public.titles() owner to maker;";
        Generated free = of(where, maker);
        assertEquals(List.of(), free.problems());
        assertTrue(free.sql().contains("public.notes ENABLE ROW LEVEL SECURITY, FORCE"));
        Generated bound = of(where, maker + helper);
        assertEquals(List.of(), bound.problems());
        assertFalse(bound.sql().contains("FORCE ROW LEVEL SECURITY;"), bound.sql());
        assertTrue(bound.sql().contains("Not forced: "), bound.sql());
        assertTrue(
                bound.sql().contains("REVOKE ALL ON ROUTINE public.titles() FROM PUBLIC"),
                bound.sql());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aSharedTableWithSecretsIsNotWritten(Servers where) throws Exception {
        String keys = "create table public.plans (id integer primary key, %s text);";
        Generated secret =
                Ground.generate(
                        ground.made(where, wideWith(keys.formatted("api_key"))),
                        Ground.wide(),
                        false);
        assertEquals(Generated.Verdict.REFUTED, secret.verdict());
        assertTrue(
                secret.problems().getFirst().contains("rls.sensitive-columns"),
                secret.problems().toString());
        Generated plain =
                Ground.generate(
                        ground.made(where, wideWith(keys.formatted("price"))),
                        Ground.wide(),
                        false);
        assertEquals(Generated.Verdict.SOUND, plain.verdict(), plain.problems().toString());
    }

    private static String wideWith(String plans) {
        return "create table public.orgs (id uuid primary key);"
                + "create table public.org_users (org_id uuid not null references public.orgs,"
                + " user_id uuid not null, primary key (org_id, user_id));"
                + plans;
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void whatIsOnlyReadIsRefused(Servers where) throws Exception {
        Database database = ground.made(where, NOTES);
        Generator generator = Ground.generator(database, ProofSchema.byOwner(), false);
        Opened opened = Ground.opened(database, false);
        Opened read =
                new Opened(
                        opened.catalog(),
                        opened.bodies(),
                        opened.schemas(),
                        opened.expressions(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        () -> {});
        UserProblem refused = assertThrows(UserProblem.class, () -> generator.of(read));
        assertTrue(refused.what().contains("may only be read"));
        // One that may be written is left as it was.
        Generated tried = generator.of(opened);
        assertEquals(List.of(), tried.problems());
        assertEquals(Generated.Verdict.SOUND, tried.verdict());
        Ground.asking(
                database,
                is ->
                        assertEquals(
                                "0",
                                is.one(
                                        "select count(*) from pg_policy where polrelid ="
                                                + " 'public.notes'::regclass")));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aRowThatCrossesIsSaid(Servers where) throws Exception {
        String schema =
                "create table public.books (id integer primary key, user_id uuid not null);"
                        + "create table public.pages (id integer primary key, user_id uuid not"
                        + " null, book integer references public.books);";
        String rows =
                "insert into public.books values (1, '%s'); insert into public.pages values (1,"
                        + " '%s', 1);";
        Generated crossing = of(where, schema + rows.formatted(Ground.A, Ground.B));
        assertEquals(Generated.Verdict.UNDECIDED, crossing.verdict());
        assertTrue(
                crossing.problems().getFirst().contains("VALIDATE CONSTRAINT"),
                crossing.problems().toString());
        assertFalse(crossing.problems().toString().contains(Ground.A));
        Generated kept = of(where, schema + rows.formatted(Ground.A, Ground.A));
        assertEquals(Generated.Verdict.SOUND, kept.verdict(), kept.problems().toString());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void anIdentityThatIsNoExpressionIsTheUsersToMend(Servers where) throws Exception {
        Database database = ground.made(where, NOTES);
        UserProblem refused =
                assertThrows(
                        UserProblem.class,
                        () ->
                                Ground.generate(
                                        database, Ground.identifiedBy("nobody.knows()"), false));
        assertTrue(refused.what().startsWith("identity of the tenancy spec"), refused.what());
        assertEquals(
                Generated.Verdict.SOUND,
                Ground.generate(database, Ground.identifiedBy("auth.uid()"), false).verdict());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aTableOfNobodyIsClosed(Servers where) throws Exception {
        Generated generated =
                of(
                        where,
                        NOTES
                                + "create table public.\"Odd\nname; drop table x\" (id int);"
                                + "grant all on public.\"Odd\nname; drop table x\" to anon;");
        assertEquals(List.of(), generated.problems());
        assertTrue(generated.sql().contains("No column says whose a row is"));
        assertEquals(5, generated.policies());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aFunctionThatSaysWhoAsksStaysCallable(Servers where) throws Exception {
        String who =
                "create schema private;"
                        + "create function private.me() returns uuid language sql stable security"
                        + " definer set search_path = '' as $$ select auth.uid() $$;"
                        + "revoke all on function private.me() from public;"
                        + "create function public.me() returns uuid language sql stable security"
                        + " definer set search_path = '' as $$ select auth.uid() $$;"
                        + "insert into public.notes values (gen_random_uuid(), '"
                        + Ground.A
                        + "', 'a');";
        for (String each : List.of("private.me()", "me()")) {
            Database database = ground.made(where, NOTES + who);
            Generated generated = Ground.generate(database, Ground.identifiedBy(each), true);
            assertEquals(List.of(), generated.problems(), generated.sql());
            Ground.asking(
                    database,
                    is -> {
                        assertEquals("a", is.member(Ground.A, "select title from notes"));
                        assertEquals("", is.member(Ground.B, "select title from notes"));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void keysThatAreNotWholeAreSaid(Servers where) throws Exception {
        String schema =
                "create table public.books (id integer primary key, user_id uuid not null);"
                        + "create table public.pages (id integer primary key, user_id uuid %s,"
                        + " book integer references public.books %s);";
        Generated nullable = of(where, schema.formatted("", ""));
        assertEquals(List.of(), nullable.problems());
        assertTrue(nullable.sql().contains("user_id of public.pages may be NULL"));
        Generated full = of(where, schema.formatted("not null", "match full"));
        assertEquals(List.of(), full.problems());
        assertTrue(full.sql().contains("Left as it is: pages_book_fkey"));
        assertTrue(full.left().toString().contains("rls.reference-oracle"));
        Generated whole = of(where, schema.formatted("not null", ""));
        assertEquals(List.of(), whole.problems());
        assertFalse(whole.sql().contains("may be NULL"));
        assertFalse(whole.sql().contains("Left as it is"));
        assertFalse(whole.left().toString().contains("rls.reference-oracle"));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void waysThatStayAreSaid(Servers where) throws Exception {
        String other =
                NOTES
                        + """
                        create schema hidden;
                        create view hidden.all_notes as select * from public.notes;
                        create function hidden.run(q text) returns text language plpgsql
                          security definer set search_path = '' as
                          $$ declare r text; begin execute q into r; return r; end $$;
                        create table hidden.old_notes () inherits (public.notes);
                        grant usage on schema hidden to authenticated;
                        grant select on hidden.old_notes to authenticated;
                        """;
        Generated named = of(where, other);
        assertEquals(List.of(), named.problems());
        for (String each :
                List.of(
                        "public.notes: hidden.all_notes reads it with its owner's rights and is not"
                                + " proved",
                        "public.notes: hidden.run(q text) may reach it with its owner's rights and"
                                + " is not proved",
                        "public.notes: authenticated may ask hidden.old_notes by its own name,"
                                + " which is its own proof")) {
            assertTrue(named.left().contains(each), named.left().toString());
        }
        Generated plain = of(where, NOTES);
        assertEquals(
                List.of(),
                plain.left().stream().filter(each -> each.startsWith("public.notes:")).toList());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void rowsThatBelongThroughAParentAreClosedAndSaid(Servers where) throws Exception {
        String schema =
                NOTES
                        + """
                        create table public.lines (
                          id uuid primary key, note uuid not null references public.notes, words text);
                        grant all on public.lines to authenticated;
                        """;
        Tenancy byNote =
                new Tenancy(
                                List.of("public"),
                                Optional.empty(),
                                ProofSchema.byMembers().member(),
                                Optional.of("auth.uid()"),
                                List.of(),
                                List.of("user_id"),
                                Map.of(),
                                Optional.empty(),
                                Optional.of("auth.uid()"),
                                Map.of())
                        .with(Map.of(), Map.of("public.lines", "note"));
        Generated through = Ground.generate(ground.made(where, schema), byNote, false);
        assertEquals(List.of(), through.problems());
        assertTrue(
                through.sql()
                        .contains(
                                "--   CREATE POLICY members ON public.lines TO authenticated USING"
                                        + " (note IN (SELECT p.id FROM public.notes AS p));"),
                through.sql());
        assertFalse(through.sql().contains("ON TABLE public.lines TO authenticated"));
        assertTrue(through.sql().contains("ON TABLE public.notes TO authenticated"));
        // The key itself is no column that may be updated.
        assertTrue(through.sql().contains("GRANT UPDATE (title) ON TABLE public.notes"));
    }
}
