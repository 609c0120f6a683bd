package dev.holdfast.rls.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.prove.OwnRows;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.prove.SpecTrees;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Closed tables pass with a control, and each opening of one of them is reported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialTest {
    private static final List<String> PUBLIC = List.of("public");

    private final Map<Servers, ThrowawayServer> servers = new EnumMap<>(Servers.class);
    private final Map<Servers, Map<String, Database>> schemas = new EnumMap<>(Servers.class);
    private final Map<List<Object>, List<String>> unedited = new HashMap<>();

    @BeforeAll
    void start() throws Exception {
        for (Servers each : Servers.values()) {
            ThrowawayServer server = each.start();
            servers.put(each, server);
            StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
            schemas.put(
                    each,
                    Map.of(
                            "owner",
                            ProofSchema.database(server, "owner"),
                            "members",
                            ProofSchema.database(server, "members"),
                            "settings",
                            ProofSchema.database(server, "settings"),
                            "organisations",
                            ProofSchema.database(server, "organisations"),
                            "account",
                            ProofSchema.database(server, "account"),
                            "logins",
                            ProofSchema.database(server, "logins")));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (ThrowawayServer each : servers.values()) {
            each.close();
        }
    }

    private Database changed(Servers where, String schema, String change) throws Exception {
        Database original = schemas.get(where).get(schema);
        if (change.isEmpty()) {
            return original;
        }
        Database database = servers.get(where).copy(original);
        ProofSchema.run(database, change);
        return database;
    }

    private Report trial(Servers where, String schema, String change, Optional<Tenancy> tenancy)
            throws Exception {
        Report report = Trial.run(changed(where, schema, change), tenancy, PUBLIC);
        assertTrue(report.controlled(), "the schema that is broken on purpose is reported");
        return report;
    }

    private List<String> unedited(Servers where, String schema) throws Exception {
        List<Object> key = List.of(where, schema);
        if (!unedited.containsKey(key)) {
            unedited.put(key, failing(trial(where, schema, "", Optional.empty())));
        }
        return unedited.get(key);
    }

    private static List<String> failing(Report report) {
        return report.with(Cell.Outcome.FAIL).stream()
                .map(each -> each.object() + " | " + each.session() + " | " + each.command())
                .toList();
    }

    private static List<String> passing(Report report) {
        return report.with(Cell.Outcome.PASS).stream()
                .map(each -> each.object() + " | " + each.session() + " | " + each.command())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void passesWhatIsClosedWhereOwnRowsAreReached(Servers where) throws Exception {
        Report owner = trial(where, "owner", "", Optional.empty());
        assertEquals(List.of(), failing(owner));
        assertEquals(List.of("public.notes"), owner.seeded());
        assertEquals(List.of(), owner.with(Cell.Outcome.INCONCLUSIVE));
        assertTrue(passing(owner).contains("public.notes | A | MERGE"));
        Report members = trial(where, "members", "", Optional.of(ProofSchema.byMembers()));
        assertEquals(List.of(), failing(members));
        assertEquals(4, members.seeded().size());
        assertTrue(passing(members).contains("public.tasks | A | SELECT"));
        assertTrue(passing(members).contains("public.tasks | A | DELETE without WHERE"));
    }

    @Test
    void passesWhatNoPolicyLetsThrough() throws Exception {
        Report report =
                trial(
                        Servers.ARCHIVE_17,
                        "owner",
                        "drop policy read_own on notes; drop policy remove_own on notes",
                        Optional.empty());
        assertTrue(passing(report).contains("public.notes | A | SELECT"), passing(report) + "");
        assertTrue(passing(report).contains("public.notes | A | DELETE without WHERE"));
        assertTrue(passing(report).contains("public.notes | A | MERGE that deletes"));
        assertTrue(
                report.with(Cell.Outcome.PASS).stream()
                        .anyMatch(each ->
                                each.evidence()
                                        .contains(
                                                "no policy lets SELECT through for"
                                                        + " authenticated")));
    }

    /** It may show rows by its truth value only, and may change nothing. */
    @Test
    void passesAStableTruthValueAndSaysWhyNothingElseIsKnown() throws Exception {
        String mine =
                "create function %s(n uuid) returns boolean language sql %s security definer set"
                        + " search_path = '' as $$ select exists (select 1 from public.notes where"
                        + " id = n and user_id = auth.uid()) $$;";
        Report report =
                trial(
                        Servers.ARCHIVE_17,
                        "owner",
                        mine.formatted("asked", "stable") + mine.formatted("anything", "volatile"),
                        Optional.empty());
        assertTrue(
                passing(report).contains("public.asked(n uuid) | A | EXECUTE"),
                passing(report) + "");
        assertTrue(
                report.with(Cell.Outcome.INCONCLUSIVE).stream()
                        .filter(each -> each.object().equals("public.anything(n uuid)"))
                        .anyMatch(each ->
                                each.evidence()
                                        .contains("nothing of anybody's rows is in the answer")),
                report.with(Cell.Outcome.INCONCLUSIVE) + "");
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void makesRowsThatTheirOwnersSee(Servers where) throws Exception {
        Database database =
                changed(
                        where,
                        "owner",
                        """
                        create type state as enum ('draft', 'sent', 'paid');
                        alter table notes add state state not null default 'draft', add kind text;
                        alter policy read_own on notes using (user_id = auth.uid() and state = 'paid' and kind = 'own' and shared is not true);
                        """);
        Report blind = Trial.run(database, Optional.of(ProofSchema.byOwner()), PUBLIC);
        assertFalse(passing(blind).contains("public.notes | A | SELECT"));
        try (Connection connection = database.connect();
                Connection trying = database.connectForScripts()) {
            Catalog catalog = CatalogReader.read(connection);
            OwnRows rows =
                    new OwnRows(
                            catalog,
                            ProofSchema.byOwner(),
                            SpecTrees.NONE,
                            FunctionBodies.read(connection, catalog),
                            new InterpolSolver());
            Report seeing =
                    Trial.run(
                            trying,
                            true,
                            Optional.of(ProofSchema.byOwner()),
                            Optional.of(rows),
                            PUBLIC,
                            Trial.usual());
            assertTrue(passing(seeing).contains("public.notes | A | SELECT"), passing(seeing) + "");
            assertEquals(List.of(), failing(seeing));
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void triesUsersThatAreRoles(Servers where) throws Exception {
        Optional<Tenancy> spec = Optional.of(ProofSchema.byLogin());
        Report closed = trial(where, "logins", "", spec);
        assertEquals(List.of(), failing(closed));
        assertTrue(passing(closed).contains("public.sales | A | SELECT"), passing(closed) + "");
        Report open = trial(where, "logins", "drop policy floor on sales", spec);
        assertTrue(failing(open).contains("public.sales | A | SELECT"));
        assertTrue(failing(open).contains("public.sales | A | DELETE without WHERE"));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void triesSessionsWhoseTenantsTheApplicationSets(Servers where) throws Exception {
        Optional<Tenancy> several = Optional.of(ProofSchema.byOrganisations());
        Report closed = trial(where, "organisations", "", several);
        assertEquals(List.of(), failing(closed));
        assertTrue(passing(closed).contains("public.cases | A | SELECT"), passing(closed) + "");
        Report open = trial(where, "organisations", "drop policy floor on cases", several);
        assertTrue(failing(open).contains("public.cases | A | SELECT"), failing(open) + "");
        Optional<Tenancy> one = Optional.of(ProofSchema.byAccount());
        Report account = trial(where, "account", "", one);
        assertEquals(List.of(), failing(account));
        assertTrue(passing(account).contains("public.invoices | A | SELECT"));
        Report paid =
                trial(
                        where,
                        "account",
                        "alter policy own on invoices using (account_id = app.account() or not paid)",
                        one);
        assertTrue(failing(paid).contains("public.invoices | A | SELECT"), failing(paid) + "");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "openings.csv", delimiter = '|', numLinesToSkip = 1)
    void reportsWhatAnEditOpens(String schema, String cell, String change) throws Exception {
        for (Servers each : Servers.values()) {
            List<String> failing = failing(trial(each, schema, change, Optional.empty()));
            String wanted = cell.replace(" / ", " | ");
            assertTrue(failing.contains(wanted), each + " " + failing);
            assertFalse(unedited(each, schema).contains(wanted));
        }
    }

    @Test
    void saysNothingWhereNobodyReachesAnything() throws Exception {
        Report report =
                trial(
                        Servers.ARCHIVE_17,
                        "owner",
                        "alter policy read_own on notes using (false)",
                        Optional.empty());
        assertTrue(
                report.with(Cell.Outcome.INCONCLUSIVE).stream()
                        .anyMatch(each -> each.command().equals("SELECT")));
        assertFalse(passing(report).contains("public.notes | A | SELECT"));
    }

    @Test
    void passesWithoutAControlWhereAGrantIsMissing() throws Exception {
        Report report =
                trial(
                        Servers.ARCHIVE_17,
                        "owner",
                        "revoke delete on notes from authenticated",
                        Optional.empty());
        Cell cell =
                report.with(Cell.Outcome.PASS).stream()
                        .filter(each -> each.command().equals("DELETE without WHERE"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(cell.evidence().contains("permission denied"), cell.evidence());
    }

    @Test
    void fillsColumnsThatOnlyAFewValuesFit() throws Exception {
        Report report =
                trial(
                        Servers.ARCHIVE_17,
                        "owner",
                        """
                        create type mood as enum ('sad', 'glad');
                        create domain short_code as text check (value ~ '^[A-Z]{3}$');
                        create table many (
                          id bigint generated always as identity primary key, user_id uuid not null,
                          code short_code not null, state text not null check (state in ('on', 'off')),
                          feeling mood not null, tags text[] not null, body jsonb not null,
                          at timestamptz not null, mail text not null check (mail like '%@%'),
                          ratio numeric(3, 2) not null check (ratio between 0 and 1),
                          address inet not null, raw bytea not null, span int4range not null,
                          country char(2) not null check (country = upper(country)),
                          starts date not null, ends date not null, check (ends > starts));
                        alter table many enable row level security;
                        grant select on many to authenticated;
                        create policy mine on many for select using (user_id = auth.uid());
                        create table impossible (
                          id uuid primary key, user_id uuid not null, n integer not null check (n > 5 and n < 5));
                        grant select on impossible to authenticated
                        """,
                        Optional.empty());
        assertEquals(List.of("public.many", "public.notes"), report.seeded());
        assertTrue(passing(report).contains("public.many | A | SELECT"));
        assertEquals(1, report.notSeeded().size(), report.notSeeded().toString());
        assertTrue(report.notSeeded().get("public.impossible").contains("23514"));
        assertTrue(
                report.with(Cell.Outcome.INCONCLUSIVE).stream()
                        .anyMatch(each -> each.object().equals("public.impossible")));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void setsFlagsWhereASpecSaysWhoseRowsAre(Servers where) throws Exception {
        String opened = "create policy more on notes for select using (shared)";
        String cell = "public.notes | A | SELECT (flags set)";
        assertTrue(
                failing(trial(where, "owner", opened, Optional.of(ProofSchema.byOwner())))
                        .contains(cell));
        assertTrue(
                passing(trial(where, "owner", "", Optional.of(ProofSchema.byOwner())))
                        .contains(cell));
        assertEquals(List.of(), failing(trial(where, "owner", opened, Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void findsTheTenantInTheSettingsOfAnApplication(Servers where) throws Exception {
        Report closed = trial(where, "settings", "", Optional.of(ProofSchema.bySettings()));
        assertEquals(List.of(), failing(closed));
        assertTrue(passing(closed).contains("public.orders | A | INSERT"));
        Report opened =
                trial(
                        where,
                        "settings",
                        "alter policy own on orders with check (true)",
                        Optional.of(ProofSchema.bySettings()));
        assertTrue(failing(opened).contains("public.orders | A | INSERT"));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void asksPartitionsDirectly(Servers where) throws Exception {
        String parts =
                """
                create table events (
                  id uuid not null, user_id uuid not null, day date not null) partition by range (day);
                create table events_may partition of events for values from ('2026-05-01') to ('2026-06-01');
                alter table events enable row level security;
                create policy mine on events using (user_id = auth.uid());
                grant select on events, events_may to authenticated;
                """;
        Report open = trial(where, "owner", parts, Optional.empty());
        assertEquals(Map.of(), open.notSeeded());
        assertTrue(failing(open).contains("public.events_may | A | SELECT"));
        assertTrue(passing(open).contains("public.events | A | SELECT"));
        Report closed =
                trial(
                        where,
                        "owner",
                        parts + "revoke select on events_may from authenticated",
                        Optional.empty());
        assertEquals(List.of(), failing(closed));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Database database = changed(Servers.ARCHIVE_18, "members", "");
        assertTrue(Trial.run(database, Optional.empty(), PUBLIC).controlled());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT (SELECT count(*) FROM orgs) + (SELECT count(*) FROM"
                                        + " pg_namespace WHERE nspname = 'holdfast_control')")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void refusesADatabaseThatIsNotThrowaway() throws Exception {
        try (Connection connection =
                schemas.get(Servers.ARCHIVE_17).get("owner").connectForScripts()) {
            assertThrows(
                    UserProblem.class,
                    () ->
                            Trial.run(
                                    connection,
                                    false,
                                    Optional.empty(),
                                    Optional.empty(),
                                    PUBLIC,
                                    Trial.usual()));
            assertTrue(
                    Trial.run(
                                    connection,
                                    true,
                                    Optional.empty(),
                                    Optional.empty(),
                                    PUBLIC,
                                    Trial.usual())
                            .controlled());
        }
    }
}
