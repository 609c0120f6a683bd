package dev.holdfast.rls.server.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.extension.ExtensionStub;
import dev.holdfast.rls.server.extension.ExtensionStubs;
import dev.holdfast.rls.server.migration.Applied;
import dev.holdfast.rls.server.migration.MigrationFile;
import dev.holdfast.rls.server.migration.MigrationRun;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StubPackTest {
    private static final String SCHEMA =
            """
            create extension if not exists vector with schema extensions;
            create extension if not exists pg_cron with schema pg_catalog;
            create extension if not exists "pg_net" with schema "extensions";
            create table public.notes (
              id uuid primary key default gen_random_uuid(),
              user_id uuid not null references auth.users on delete cascade,
              embedding vector(1536), body text);
            create index on public.notes using hnsw (embedding vector_cosine_ops) with (m = 16);
            alter table public.notes enable row level security;
            create policy own on public.notes for all to authenticated using ((select auth.uid()) = user_id);
            create policy files on storage.objects for select to authenticated
              using (bucket_id = 'avatars' and (storage.foldername(name))[1] = auth.uid()::text);
            create policy rooms on realtime.messages for select to authenticated using (realtime.topic() = 'room');
            create function public.on_signup() returns trigger language plpgsql security definer as $$
              begin insert into public.notes (user_id) values (new.id); return new; end $$;
            create trigger on_signup after insert on auth.users for each row execute function public.on_signup();
            alter publication supabase_realtime add table public.notes;
            insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);
            select cron.schedule('nightly', '0 3 * * *', 'select 1');
            select vault.create_secret('x', 'name');
            alter default privileges in schema public revoke all on tables from anon;
            grant anon to authenticator;
            alter role authenticator set pgrst.db_schemas = 'public';
            alter database postgres set timezone to 'UTC';
            """;

    @ParameterizedTest
    @EnumSource
    void runsWhatMigrationsOfSupabaseSay(Servers each) throws Exception {
        try (ThrowawayServer server = each.start()) {
            Database database = server.database();
            StubPack.SUPABASE.applyTo(database, NewTables.GRANTED);

            Applied applied =
                    MigrationRun.of(List.of(new MigrationFile("a.sql", SCHEMA)), database);

            assertEquals(List.of(), applied.problems());
            assertEquals(applied.statements(), applied.applied());
            assertEquals(List.of(), applied.assumedRoles());
        }
    }

    @Test
    void grantsNewTablesUnlessToldOtherwise() throws Exception {
        for (NewTables each : NewTables.values()) {
            try (ThrowawayServer server = Servers.ARCHIVE_17.start()) {
                Database database = server.database();
                StubPack.SUPABASE.applyTo(database, each);
                MigrationRun.of(
                        List.of(new MigrationFile("a.sql", "create table public.t (a int)")),
                        database);

                assertEquals(
                        each == NewTables.GRANTED ? "t" : "f",
                        value(
                                database,
                                "select has_table_privilege('anon', 'public.t', 'SELECT')"));
            }
        }
    }

    @Test
    void hasClaimsOfARequestAnswerWhoAsks() throws Exception {
        try (ThrowawayServer server = Servers.MACHINE.start()) {
            Database database = server.database();
            StubPack.SUPABASE.applyTo(database, NewTables.GRANTED);
            String id = "00000000-0000-0000-0000-00000000000a";

            assertEquals(
                    id + " authenticated",
                    value(
                            database,
                            "select auth.uid() || ' ' || auth.role() from (select"
                                    + " set_config('request.jwt.claims', '{\"sub\":\""
                                    + id
                                    + "\",\"role\":\"authenticated\"}', false)) claims"));
            assertEquals("none", value(database, "select coalesce(auth.uid()::text, 'none')"));
            assertEquals(
                    "{a,b} c.tar.gz gz",
                    value(
                            database,
                            "select storage.foldername(n)::text || ' ' || storage.filename(n) || ' '"
                                    + " || storage.extension(n) from (values ('a/b/c.tar.gz')) v(n)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void createsEveryStandIn(Servers each) throws Exception {
        try (ThrowawayServer server = each.start()) {
            List<String> failed = new ArrayList<>();
            for (ExtensionStub stub : ExtensionStubs.all()) {
                Applied applied =
                        MigrationRun.of(
                                List.of(
                                        new MigrationFile(
                                                stub.name(),
                                                "create schema \"in_"
                                                        + stub.name()
                                                        + "\"; create extension \""
                                                        + stub.name()
                                                        + "\""
                                                        + (stub.schema().isEmpty()
                                                                ? " schema \"in_"
                                                                        + stub.name()
                                                                        + "\""
                                                                : ""))),
                                server.database());
                applied.problems().forEach(problem -> failed.add(problem.toString()));
            }
            assertEquals(List.of(), failed);
            assertTrue(ExtensionStubs.all().size() > 10);
        }
    }

    private static String value(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
