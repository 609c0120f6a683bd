package dev.holdfast.rls.server.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationRunTest {
    private ThrowawayServer server;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_18.start();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void goesOnAfterAnErrorAndSaysWhereItWas() throws Exception {
        Applied applied =
                run(
                        """
                        create table on_1 (a int);
                        -- a comment

                        create table on_2 (a nothing);
                        create table on_3 (a int);
                        """);

        assertEquals(3, applied.statements());
        assertEquals(2, applied.applied());
        StatementProblem problem = applied.problems().getFirst();
        assertEquals("m.sql", problem.file());
        assertEquals(4, problem.line());
        assertEquals("create table on_", problem.statement());
        assertEquals("42704", problem.sqlState());
        assertEquals("type \"nothing\" does not exist", problem.message());
        assertFalse(applied.isComplete());
        assertEquals("2", value("select count(*) from pg_class where relname ~ '^on_\\d$'"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 'hidden_word'::regclass | relation \"…\" does not exist",
                "select 'it''s_hidden'::regclass | relation \"…\" does not exist",
                "do $$ begin perform 'hidden_word'::regclass; end $$ | relation \"…\" does not"
                        + " exist",
                "select current_setting('hidden.word') | unrecognized configuration parameter"
                        + " \"…\"",
                "select 'hidden_word' 'again' | syntax error",
                "create role r password hidden_word | syntax error",
                "select \"hidden-word\" from pg_class | column \"…\" does not exist",
                "do $$ begin assert false, 'hidden_word'; end $$ | an error that the statement raises"
                        + " itself",
                "select 1 from seen_word -- isn't | relation \"seen_word\" does not exist",
                "select 'a', 1 from \"seen_word\" | relation \"seen_word\" does not exist",
                "select 'seen_word' from seen_word | relation \"seen_word\" does not exist"
            })
    void repeatsNoStringConstantOfAStatement(String sql, String message) throws Exception {
        assertEquals(message, run(sql).problems().getFirst().message());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select storage.foldername('a') | --stub supabase",
                "create policy p on storage.objects using (true) | --stub supabase",
                "create extension no_such_extension | rls.stub in the policy",
                "select 1 from nobodys | no statement before this one makes it",
                "select 1 / 0 | ``"
            })
    void saysWhatToDoNext(String sql, String next) throws Exception {
        String said = run(sql).problems().getFirst().next();
        assertTrue(next.isEmpty() ? said.isEmpty() : said.contains(next), said);
    }

    @Test
    void keepsTheRestOfATransactionInWhichOneStatementFails() throws Exception {
        Applied applied =
                run(
                        "begin; create table tx_1 (a int); select 1 / 0; create table tx_2 (a int);"
                                + " savepoint s; create table tx_3 (a int); rollback to s; commit;"
                                + " create index concurrently tx_1_a on tx_1 (a); vacuum tx_1;");

        assertEquals(1, applied.problems().size(), applied.toString());
        assertEquals(
                "2",
                value("select count(*) from pg_class where relname in ('tx_1', 'tx_2', 'tx_3')"));
    }

    @Test
    void commitsWhatAFileLeavesOpenAndSaysSo() throws Exception {
        Applied applied = run("begin; create table left_open (a int);");

        assertEquals(2, applied.applied());
        assertEquals(1, applied.problems().size());
        assertEquals("t", value("select to_regclass('left_open') is not null"));
    }

    @Test
    void beginsEachFileWithASessionAsNew() throws Exception {
        Applied applied =
                MigrationRun.of(
                        List.of(
                                new MigrationFile(
                                        "1.sql",
                                        "select pg_catalog.set_config('search_path', '', false);"),
                                new MigrationFile("2.sql", "create table as_new (a int);")),
                        server.database());

        assertEquals(List.of(), applied.problems());
    }

    @Test
    void closesTheConnectionOfAStatementThatDoesNotStop() throws Exception {
        Applied applied =
                MigrationRun.of(
                        List.of(
                                new MigrationFile(
                                        "1.sql",
                                        """
                                        create table before_it (a int);
                                        do $$ begin
                                          loop
                                            begin perform pg_sleep(1000);
                                            exception when query_canceled then null; end;
                                          end loop;
                                        end $$;
                                        create table after_it (a int);
                                        """),
                                new MigrationFile("2.sql", "create table next_file (a int);")),
                        server.database(),
                        new Patience(Duration.ofMillis(300), Duration.ofMillis(700)));

        assertEquals(4, applied.statements());
        assertEquals(2, applied.applied());
        StatementProblem problem = applied.problems().getFirst();
        assertEquals("1.sql:2", problem.file() + ":" + problem.line());
        assertTrue(
                problem.message().contains("the 1 statements of the file after it are missing"),
                problem.message());
        assertTrue(problem.bearsOnAccess());
        assertEquals(
                "before_it, next_file",
                value(
                        "select string_agg(relname, ', ' order by relname) from pg_class where"
                                + " relname in ('before_it', 'after_it', 'next_file')"));
    }

    @Test
    void stopsAStatementThatTakesTooLongAndGoesOnInItsFile() throws Exception {
        Applied applied =
                MigrationRun.of(
                        List.of(
                                new MigrationFile(
                                        "m.sql",
                                        "select pg_sleep(1000); create table after_sleep (a int);")),
                        server.database(),
                        new Patience(Duration.ofMillis(300), Duration.ofMinutes(1)));

        assertEquals(1, applied.applied());
        assertEquals("57014", applied.problems().getFirst().sqlState());
        assertEquals("t", value("select to_regclass('after_sleep') is not null"));
    }

    @Test
    void readsTheDataOfACopy() throws Exception {
        Applied applied =
                run(
                        "create table copied (a int, b text);\ncopy copied (a, b) from stdin;\n1\tx;y\n2\t\\N\n\\.\nselect 1;");

        assertEquals(List.of(), applied.problems());
        assertEquals("2", value("select count(*) from copied"));
    }

    @Test
    void makesARoleThatNobodyMadeAndSaysSo() throws Exception {
        Applied applied =
                run(
                        "create table assumed (a int); begin; grant select on assumed to \"some one\";"
                                + " commit;");

        assertEquals(List.of("some one"), applied.assumedRoles());
        assertEquals(List.of(), applied.problems());
        assertEquals("t", value("select has_table_privilege('some one', 'assumed', 'SELECT')"));
    }

    @Test
    void bindsSettingsOfAnApplicationToARole() throws Exception {
        Applied applied =
                run(
                        "create role bound; alter role bound set app.tenant = '1';"
                                + " alter role bound set other.name to 'x';");

        assertEquals(List.of(), applied.problems());
    }

    @Test
    void saysWhichCommandsOfPsqlItDoesNotRun() throws Exception {
        Applied applied =
                run("\\set ON_ERROR_STOP on\n\\! touch /tmp/never\n\\i other.sql\nselect 1;");

        assertEquals(
                List.of("\\!", "\\i"),
                applied.problems().stream().map(StatementProblem::statement).toList());
        assertEquals(1, applied.statements());
    }

    @Test
    void showsNoValueThatTheServerCouldNotRead() throws Exception {
        String secret = "s3" + "cret";

        Applied applied = run("select '" + secret + "'::int; select '" + secret + "'::uuid;");

        assertEquals(2, applied.problems().size());
        assertFalse(applied.toString().contains(secret), applied.toString());
    }

    @Test
    void tellsWhatBearsOnAccessFromWhatDoesNot() throws Exception {
        Applied without =
                run(
                        "comment on table missing is 'x'; create index on missing (a); analyze missing;");
        Applied with = run("create unique index on missing (a);");

        assertTrue(without.isComplete());
        assertEquals(3, without.problems().size());
        assertFalse(with.isComplete());
    }

    @ParameterizedTest
    @EnumSource
    void letsTheOwnerActAsEachRole(Servers each) throws Exception {
        try (ThrowawayServer other = each.start();
                Connection connection = other.database().connect();
                Statement statement = connection.createStatement()) {
            Applied applied =
                    MigrationRun.of(
                            List.of(
                                    new MigrationFile(
                                            "m.sql",
                                            "create role made; create table theirs (a int);"
                                                    + " alter table theirs owner to made;"
                                                    + " create role also;")),
                            other.database());

            assertEquals(List.of(), applied.problems());
            statement.execute("SET ROLE made");
            statement.execute("SET ROLE also");
        }
    }

    @Test
    void makesAnEventTriggerThatTheSuperuserNeverFires() throws Exception {
        Applied applied =
                run(
                        """
                        create table seen (who text);
                        grant insert on seen to public;
                        create function on_ddl() returns event_trigger language plpgsql as $$
                          begin insert into public.seen values (current_user); end $$;
                        create event trigger watch on ddl_command_end when tag in ('CREATE TABLE')
                          execute function on_ddl();
                        create table watched (a int);
                        """);
        server.database().asSuperuser(List.of("create table public.unwatched (a int)"));

        assertEquals(List.of(), applied.problems());
        assertEquals("postgres", value("select string_agg(who, ',') from seen"));
        server.database().asSuperuser(List.of("drop event trigger watch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create event trigger e on ddl_command_end execute function f(); alter role postgres"
                        + " superuser",
                "create event trigger e on login execute function f()",
                "create event trigger e on ddl_command_end execute function f('x')",
                "create event trigger \"e\"\"\" on ddl_command_end execute function f()",
                "create event trigger e on ddl_command_end when tag in ('A'';') execute function f()",
                "create role r superuser",
                "alter role holdfast_superuser nologin",
                "alter user \"holdfast_superuser\" with nologin",
                "create role r login in role pg_execute_server_program",
                "create role r password 'a'; alter role r superuser",
                "create role r password 'a''b'",
                "create publication p for all tables with (publish_via_partition_root)",
                "create publication p for all tables; select 1"
            })
    void takesNothingElseForAFormOfTheSuperuser(String statement) {
        for (int version : List.of(15, 16, 17, 18)) {
            assertFalse(SuperuserForm.fits(statement, version), statement);
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsWhatOwnersOfHostedDatabasesMay(Servers each) throws Exception {
        try (ThrowawayServer other = each.start()) {
            Applied applied =
                    MigrationRun.of(
                            List.of(
                                    new MigrationFile(
                                            "m.sql",
                                            "create role svc with login bypassrls password 'x';"
                                                    + " alter role svc nobypassrls noinherit;"
                                                    + " create role rep replication;"
                                                    + " create publication p for all tables;"
                                                    + " set none_of_this_server = 1;")),
                            other.database());

            assertEquals(4, applied.applied(), applied.toString());
            assertTrue(applied.isComplete(), applied.toString());
        }
    }

    private Applied run(String sql) throws SQLException {
        return MigrationRun.of(List.of(new MigrationFile("m.sql", sql)), server.database());
    }

    private String value(String query) throws SQLException {
        Database database = server.database();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
