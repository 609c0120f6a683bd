package dev.holdfast.rls.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.prove.Proof;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.prove.Witness;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions of all kinds, and tables that do not take every row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessSessionsTest {
    private static final String ROLE =
            """
            do $$ begin create role tenants nologin; exception when duplicate_object then null; end $$;
            grant usage on schema public to tenants;
            """;

    private final Map<Servers, ThrowawayServer> servers = new EnumMap<>(Servers.class);

    @BeforeAll
    void start() throws Exception {
        for (Servers each : Servers.values()) {
            servers.put(each, each.start());
            StubPack.SUPABASE.applyTo(servers.get(each).database(), NewTables.NOT_GRANTED);
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (ThrowawayServer each : servers.values()) {
            each.close();
        }
    }

    private Proof refuted(
            Servers where, Tenancy tenancy, String change, String table, Property property)
            throws Exception {
        return ProofSchema.of(servers.get(where), "owner", tenancy)
                .refute(change, table, property)
                .getFirst();
    }

    private static Tenancy tenancy(
            Map<String, String> settings, Optional<String> identity, Optional<String> session) {
        return new Tenancy(
                List.of("public"),
                Optional.empty(),
                Optional.of(new Tenancy.SessionSpec("tenants", settings)),
                identity,
                session.isEmpty() ? List.of("owner") : List.of(),
                session.isEmpty() ? List.of() : List.of("tenant_id"),
                Map.of(),
                Optional.empty(),
                session,
                Map.of());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void makesARoleForAUserThatIsOne(Servers where) throws Exception {
        Tenancy tenancy = tenancy(Map.of(), Optional.of("current_user"), Optional.empty());
        String closed =
                ROLE
                        + "create table docs (id integer primary key, owner text not null, open"
                        + " boolean not null);"
                        + "alter table docs enable row level security;"
                        + "grant select on docs to tenants;"
                        + "create policy own on docs using (owner = current_user)";
        String opened = closed + "; create policy more on docs using (open)";
        Proof seen = refuted(where, tenancy, opened, "docs", Property.CROSS_READ);
        assertEquals(Proof.Verdict.REFUTED, seen.verdict(), seen.reason());
        assertEquals(
                "SET LOCAL ROLE \"holdfast_user_a\"", seen.witness().get().session().getFirst());
        assertEquals(
                Proof.Verdict.PROVED,
                refuted(where, tenancy, closed, "docs", Property.CROSS_READ).verdict());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void evaluatesTheTenantsOfASession(Servers where) throws Exception {
        Tenancy tenancy =
                tenancy(
                        Map.of("app.tenants", "${tenants}"),
                        Optional.empty(),
                        Optional.of("string_to_array(current_setting('app.tenants', true), ',')"));
        String closed =
                ROLE
                        + "create table docs (id integer primary key, tenant_id uuid not null, open"
                        + " boolean not null);"
                        + "alter table docs enable row level security;"
                        + "grant select on docs to tenants;"
                        + "create policy own on docs using (tenant_id::text = any"
                        + " (string_to_array(current_setting('app.tenants', true), ',')))";
        String opened = closed + "; create policy more on docs using (open)";
        Proof seen = refuted(where, tenancy, opened, "docs", Property.CROSS_READ);
        assertEquals(Proof.Verdict.REFUTED, seen.verdict(), seen.reason());
        assertFalse(
                refuted(where, tenancy, closed, "docs", Property.CROSS_READ).verdict()
                        == Proof.Verdict.REFUTED);
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void saysThatTriggersWereOffWhereTheyKeepRowsOut(Servers where) throws Exception {
        String opened =
                "create function refuse() returns trigger language plpgsql as $$ begin raise"
                        + " exception 'not today'; end $$;"
                        + "create trigger refuse before insert on notes for each row execute"
                        + " function refuse();"
                        + "alter policy read_own on notes using (true)";
        Proof seen = refuted(where, ProofSchema.byOwner(), opened, "notes", Property.CROSS_READ);
        assertTrue(seen.witness().orElseThrow().triggersOff());
        Proof free =
                refuted(
                        where,
                        ProofSchema.byOwner(),
                        "alter policy read_own on notes using (true)",
                        "notes",
                        Property.CROSS_READ);
        assertFalse(free.witness().orElseThrow().triggersOff());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void believesATriggerThatMakesRowsOnesOwn(Servers where) throws Exception {
        String trigger =
                "create function own() returns trigger language plpgsql as $$ begin new.user_id ="
                        + " auth.uid(); return new; end $$;"
                        + "create trigger own before insert on notes for each row execute function"
                        + " own();";
        String opened = "alter policy add_own on notes with check (true)";
        Proof kept =
                refuted(
                        where,
                        ProofSchema.byOwner(),
                        trigger + opened,
                        "notes",
                        Property.CROSS_INSERT);
        assertEquals(Proof.Verdict.CANDIDATE, kept.verdict(), kept.reason());
        Proof seen = refuted(where, ProofSchema.byOwner(), opened, "notes", Property.CROSS_INSERT);
        assertEquals(Proof.Verdict.REFUTED, seen.verdict(), seen.reason());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void putsInTheRowsThatARowRefersTo(Servers where) throws Exception {
        String opened =
                "create table folders (id uuid primary key, name text not null check (name <> ''));"
                        + "create table files (id bigint generated always as identity primary key,"
                        + " user_id uuid not null references auth.users, folder uuid not null"
                        + " references folders, kind text not null check (kind in ('a', 'b')));"
                        + "alter table files enable row level security;"
                        + "grant select, delete on files to authenticated;"
                        + "create policy every on files using (kind = 'b')";
        Proof read = refuted(where, ProofSchema.byOwner(), opened, "files", Property.CROSS_READ);
        assertEquals(Proof.Verdict.REFUTED, read.verdict(), read.reason());
        List<String> tables =
                read.witness().get().rows().stream().map(Witness.Line::table).sorted().toList();
        assertEquals(List.of("auth.users", "public.files", "public.folders"), tables);
        assertEquals(
                Proof.Verdict.REFUTED,
                refuted(where, ProofSchema.byOwner(), opened, "files", Property.CROSS_DELETE)
                        .verdict());
        assertEquals(
                Proof.Verdict.PROVED,
                refuted(where, ProofSchema.byOwner(), opened, "files", Property.CROSS_UPDATE)
                        .verdict());
    }
}
