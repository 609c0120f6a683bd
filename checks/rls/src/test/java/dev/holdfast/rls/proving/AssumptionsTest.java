package dev.holdfast.rls.proving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not asked is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssumptionsTest {
    private static final String DEFINER = " language %s security definer as $f$ %s $f$;";

    private static final String OWNED =
            "grant create on schema public to authenticated; alter %s owner to authenticated;"
                    + " revoke create on schema public from authenticated;";
    private static final String MINE =
            """
            create table orgs (id uuid);
            create function mine(o uuid) returns boolean language sql stable %s as
              $$ select exists (select 1 as one, o.id from orgs o where o.id = $1::uuid) $$;
            alter policy read_own on notes using (user_id = auth.uid() and mine(user_id));
            """;

    private final Map<Servers, ThrowawayServer> started = new EnumMap<>(Servers.class);
    private final Map<Servers, Database> databases = new EnumMap<>(Servers.class);

    @AfterAll
    void stop() throws Exception {
        for (ThrowawayServer each : started.values()) {
            each.close();
        }
    }

    @Test
    void saysWhoMayTruncate() throws Exception {
        String line =
                "authenticated may TRUNCATE it, which no policy filters; no client of PostgREST"
                        + " can say so";
        String change = "grant truncate on notes to authenticated;";
        assertTrue(of(change, Property.CROSS_DELETE).contains(line));
        assertEquals(List.of(), with("TRUNCATE", of(change, Property.CROSS_UPDATE)));
        assertEquals(List.of(), with("TRUNCATE", of("", Property.CROSS_DELETE)));
    }

    @Test
    void saysWhatARuleMayShow() throws Exception {
        String rule = "create rule show as on insert to notes do also select * from notes;";
        assertEquals(
                List.of(
                        "the rule show on public.notes may show its rows with its owner's rights"
                                + " and is not proved"),
                with("rule", of(rule, Property.CROSS_READ)));
        assertEquals(List.of(), with("rule", of("", Property.CROSS_READ)));
    }

    /** Before PostgreSQL 16 the member's NOINHERIT says it, since then each grant does. */
    @ParameterizedTest
    @EnumSource(names = {"MACHINE", "ARCHIVE_17"})
    void saysWhatRolesTheSessionDoesNotTake(Servers servers) throws Exception {
        Database database = changed(servers, "");
        database.asSuperuser(
                List.of(
                        "create role signed_in inherit",
                        "create role editor",
                        "grant editor to authenticated",
                        "grant signed_in to anon"));
        try {
            assertEquals(
                    List.of(
                            "the session does not SET ROLE to editor, whose policies and grants"
                                    + " are not asked"),
                    with("SET ROLE", of(database, Property.CROSS_READ)));
            assertEquals(
                    List.of(
                            "the session does not SET ROLE to signed_in, whose policies and grants"
                                    + " are not asked"),
                    with("SET ROLE", of(database, Property.ANONYMOUS_READ)));
            // Rights that are inherited are asked about.
            if (servers == Servers.ARCHIVE_17) {
                database.asSuperuser(List.of("grant editor to authenticated with inherit true"));
            } else {
                database.asSuperuser(List.of("alter role authenticated inherit"));
            }
            assertEquals(List.of(), with("SET ROLE", of(database, Property.CROSS_READ)));
        } finally {
            database.asSuperuser(
                    List.of(
                            "drop role editor",
                            "drop role signed_in",
                            "alter role authenticated noinherit"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sql     | select count(*) from NOTES                            | true",
                "sql     | select count(*) from public.\"notes\"                 | true",
                "sql     | select count(*) from footnotes                        | false",
                "sql     | select count(*) from public.inner_f()                 | true",
                "sql     | select count(*) from public.atomic_f()                | true",
                "sql     | select count(*) from public.seen                      | true",
                "sql     | select count(*) from public.other_f()                 | false",
                "plpgsql | declare n bigint; begin execute q into n; return n; end | true",
                "plpgsql | begin return length(q); end                           | false",
                "sql     | select length(query_to_xml(q, true, true, '')::text)  | true",
                "sql     | select count(*) from u&\"no\\0074es\"                 | true",
            })
    void namesFunctionsThatMayReachIt(String language, String body, boolean named)
            throws Exception {
        String change =
                """
                create table footnotes (id int);
                create view seen with (security_invoker = true) as select * from notes;
                create function inner_f() returns setof notes language sql as
                  $$ select * from public.notes $$;
                create function atomic_f() returns setof seen language sql begin atomic
                  select * from seen; end;
                create function other_f() returns setof footnotes language sql as
                  $$ select * from public.footnotes $$;
                create function outer_f(q text) returns bigint
                """
                        + DEFINER.formatted(language, body);
        assertEquals(
                named
                        ? List.of(
                                "public.outer_f(q text) may reach it with its owner's rights and"
                                        + " is not proved")
                        : List.of(),
                with("outer_f", of(change, Property.CROSS_READ)));
    }

    @Test
    void saysWhatOwnersMay() throws Exception {
        assertEquals(List.of(), with("owner of", of("", Property.CROSS_READ)));
        assertEquals(
                List.of(
                        "authenticated has the rights of the owner of public.notes, and does not"
                                + " alter, replace or drop what the policies are and rest on; no"
                                + " client of PostgREST can"),
                with(
                        "owner of",
                        of(
                                "alter table notes force row level security;"
                                        + OWNED.formatted("table notes"),
                                Property.CROSS_READ)));
        assertEquals(
                List.of(
                        "authenticated has the rights of the owner of public.mine(o uuid), and does"
                                + " not alter, replace or drop what the policies are and rest on;"
                                + " no client of PostgREST can"),
                with(
                        "owner of",
                        of(
                                MINE.formatted("") + OWNED.formatted("function mine(uuid)"),
                                Property.CROSS_READ)));
        assertEquals(List.of(), with("owner of", of(MINE.formatted(""), Property.CROSS_READ)));
    }

    @Test
    void saysWhoMayCreateWhatRunsInOtherSessions() throws Exception {
        String trigger = "grant trigger on notes to authenticated;";
        assertEquals(
                List.of(
                        "authenticated creates no trigger on it, which would run in the"
                                + " sessions of others; no client of PostgREST can"),
                with("creates no trigger", of(trigger, Property.CROSS_READ)));
        assertEquals(List.of(), with("creates no trigger", of(trigger, Property.ANONYMOUS_READ)));
        String create = "grant create on schema public to authenticated;";
        assertEquals(
                List.of(
                        "authenticated creates nothing in the schema public that functions of the"
                                + " policies would call instead; no client of PostgREST can"),
                with("creates nothing", of(create + MINE.formatted(""), Property.CROSS_READ)));
        assertEquals(
                List.of(), with("creates nothing", of(MINE.formatted(""), Property.CROSS_READ)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                             | 'table orgs or type uuid'",
                "set search_path = public       | 'table orgs or type uuid'",
                "'set search_path = public, pg_temp' | ",
            })
    void saysWhatATemporaryTableWouldTake(String path, String named) throws Exception {
        assertEquals(
                named == null
                        ? List.of()
                        : List.of(
                                "nobody creates in the session a temporary "
                                        + named
                                        + ", which public.mine(o uuid) would take for its own; no"
                                        + " client of PostgREST can"),
                with("temporary", of(MINE.formatted(path), Property.CROSS_READ)));
    }

    @Test
    void saysNothingOfNamesThatAreBound() throws Exception {
        assertEquals(
                List.of(),
                with(
                        "temporary",
                        of(
                                """
                                create table orgs (id uuid);
                                create function mine(o uuid) returns boolean language sql stable
                                  begin atomic select exists (select from orgs where id = o); end;
                                create function hers(o uuid) returns boolean language sql stable as
                                  $$ select exists (select from public . orgs, public.notes where
                                     orgs.id = o and notes.id = o::pg_catalog.uuid) $$;
                                alter policy read_own on notes
                                  using (user_id = auth.uid() and mine(user_id) and hers(user_id));
                                """,
                                Property.CROSS_READ)));
    }

    @Test
    void saysWhatTriggersOfOtherTablesMayChange() throws Exception {
        String log =
                """
                create table log (id int);
                create function t() returns trigger language plpgsql as
                  $$ begin perform set_config('request.jwt.claims', '', true); return new; end $$;
                create trigger t before insert on log for each row execute function t();
                """;
        assertEquals(
                List.of(
                        "the trigger t on public.log changes settings; nobody reads the table in"
                                + " the same transaction after it"),
                with(
                        "changes settings",
                        of(log + "grant insert on log to authenticated;", Property.CROSS_READ)));
        assertEquals(List.of(), with("changes settings", of(log, Property.CROSS_READ)));
    }

    @Test
    void saysWhatATriggerDoesThatAForeignKeySetsOff() throws Exception {
        String lines =
                """
                create schema hidden;
                create table hidden.lines (note uuid references notes on delete %s);
                create function hidden.t() returns trigger language plpgsql as
                  $$ begin update public.notes set title = ''; return null; end $$;
                create trigger t after delete on hidden.lines for each row execute function hidden.t();
                """;
        assertEquals(
                List.of(
                        "hidden.t() is set off by a foreign key, and may reach it with the rights"
                                + " of its table's owner, and is not proved"),
                with("hidden.t", of(lines.formatted("cascade"), Property.CROSS_UPDATE)));
        assertEquals(
                List.of(),
                with("hidden.t", of(lines.formatted("restrict"), Property.CROSS_UPDATE)));
    }

    @Test
    void saysWhatReadsThroughViewsAndHoldsTheSameRows() throws Exception {
        String view =
                "create schema hidden; create view hidden.v with (security_invoker = true) as"
                        + " select * from notes;";
        assertEquals(List.of(), with("hidden.", of(view, Property.CROSS_READ)));
        assertEquals(
                List.of("hidden.m reads it with its owner's rights and is not proved"),
                with(
                        "hidden.",
                        of(
                                view
                                        + "create materialized view hidden.m as select * from hidden.v;",
                                Property.CROSS_READ)));
        String parts =
                "create schema hidden; grant usage on schema hidden to authenticated;"
                        + "create table hidden.above (user_id uuid); alter table notes inherit"
                        + " hidden.above; create table hidden.below () inherits (notes);"
                        + "create table hidden.lowest () inherits (hidden.below);";
        assertEquals(List.of(), with("hidden.", of(parts, Property.CROSS_READ)));
        assertEquals(
                2,
                with(
                                "by its own name",
                                of(
                                        parts
                                                + "grant select on hidden.above, hidden.lowest to"
                                                + " authenticated;",
                                        Property.CROSS_READ))
                        .size());
    }

    @Test
    void saysWhoMayTurnForeignKeysOff() throws Exception {
        Database database = changed(Servers.ARCHIVE_17, "");
        String line =
                "authenticated does not SET session_replication_role, which turns foreign keys and"
                        + " triggers off; no client of PostgREST can";
        assertEquals(
                List.of(), with("session_replication_role", of(database, Property.CROSS_READ)));
        database.asSuperuser(
                List.of("grant set on parameter session_replication_role to authenticated"));
        try {
            assertEquals(
                    List.of(line),
                    with("session_replication_role", of(database, Property.CROSS_READ)));
        } finally {
            // It is of the whole server.
            database.asSuperuser(
                    List.of("revoke set on parameter session_replication_role from authenticated"));
        }
    }

    @Test
    void saysWhatForeignKeysDo() throws Exception {
        String key = "alter table notes add up uuid references notes on delete ";
        assertEquals(
                List.of(
                        "what foreign keys do to its rows when a referenced row goes or changes"
                                + " (CASCADE, SET NULL, SET DEFAULT) is not proved"),
                with("foreign key", of(key + "set default;", Property.CROSS_DELETE)));
        assertEquals(List.of(), with("foreign key", of(key + "no action;", Property.CROSS_DELETE)));
    }

    private List<String> of(String change, Property property) throws Exception {
        return of(changed(Servers.ARCHIVE_17, change), property);
    }

    private Database changed(Servers servers, String change) throws Exception {
        Database original = databases.get(servers);
        if (original == null) {
            ThrowawayServer server = servers.start();
            started.put(servers, server);
            StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
            original = ProofSchema.database(server, "owner");
            databases.put(servers, original);
        }
        if (change.isEmpty()) {
            return original;
        }
        Database copy = started.get(servers).copy(original);
        ProofSchema.run(copy, change);
        return copy;
    }

    private static List<String> of(Database database, Property property) throws Exception {
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogReader.read(connection);
            return new Assumptions(
                            catalog,
                            ProofSchema.byOwner(),
                            FunctionBodies.read(connection, catalog))
                    .of(catalog.relation("public", "notes").orElseThrow(), property);
        }
    }

    private static List<String> with(String words, List<String> all) {
        return all.stream().filter(each -> each.contains(words)).toList();
    }
}
