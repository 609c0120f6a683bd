package dev.holdfast.rls.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Limits;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sessions in which a setting was never set, errors that keep a session out, and time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialSessionsTest {
    private static final List<String> PUBLIC = List.of("public");
    private static final String MINE =
            "current_setting('request.jwt.claims')::json ->> 'sub' = user_id::text";

    private ThrowawayServer server;
    private Database original;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        original = ProofSchema.database(server, "owner");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private Report reading(String condition) throws Exception {
        return trial("alter policy read_own on notes using (" + condition + ")", Limits.USUAL);
    }

    private Report trial(String change, Limits limits) throws Exception {
        Database database = server.copy(original);
        ProofSchema.run(database, change);
        try (Connection connection = database.connectForScripts()) {
            return Trial.run(
                    connection,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    PUBLIC,
                    new Budget(limits, InstantSource.system()));
        }
    }

    private static Cell cell(Report report, String session, String command) {
        List<Cell> cells =
                report.cells().stream()
                        .filter(each -> each.object().equals("public.notes"))
                        .filter(each -> each.role().equals("authenticated"))
                        .filter(each -> each.session().equals(session))
                        .filter(each -> each.command().equals(command))
                        .toList();
        assertEquals(1, cells.size(), session + " " + command);
        return cells.getFirst();
    }

    @Test
    void onlyANewConnectionHasSettingsThatWereNeverSet() throws Exception {
        try (Connection connection = original.connectForScripts();
                Statement statement = connection.createStatement()) {
            assertEquals("unset", setting(statement));
            statement.execute("BEGIN; SELECT set_config('app.x', 'a', true); ROLLBACK");
            assertEquals("<>", setting(statement));
            statement.execute("RESET ALL");
            assertEquals("<>", setting(statement));
            statement.execute("DISCARD ALL");
            assertEquals("<>", setting(statement));
        }
        try (Connection other = original.connectForScripts();
                Statement statement = other.createStatement()) {
            assertEquals("unset", setting(statement));
        }
    }

    private static String setting(Statement statement) throws Exception {
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT coalesce('<' || current_setting('app.x', true) || '>', 'unset')")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void triesASettingThatWasNeverSetAndOneThatIsEmpty() throws Exception {
        String setting = "user_id = auth.uid() or current_setting('app.x', true) ";
        Report unset = reading(setting + "is null");
        assertEquals(Cell.Outcome.FAIL, cell(unset, "nothing set", "SELECT").outcome());
        assertEquals(Cell.Outcome.FAIL, cell(unset, "nothing set", "COPY TO").outcome());
        assertEquals(Cell.Outcome.PASS, cell(unset, "empty claims", "SELECT").outcome());
        Report empty = reading(setting + "= ''");
        assertEquals(Cell.Outcome.PASS, cell(empty, "nothing set", "SELECT").outcome());
        assertEquals(Cell.Outcome.FAIL, cell(empty, "empty claims", "SELECT").outcome());
        assertTrue(unset.controlled() && empty.controlled());
    }

    @Test
    void takesAnErrorForARefusalOnlyWhereOwnersReachTheirRows() throws Exception {
        Report good = reading(MINE);
        Cell unset = cell(good, "nothing set", "SELECT");
        assertEquals(Cell.Outcome.PASS, unset.outcome());
        assertTrue(
                unset.evidence()
                        .startsWith("refused by an error: unrecognized configuration parameter"),
                unset.evidence());
        Cell empty = cell(good, "empty claims", "SELECT");
        assertEquals(Cell.Outcome.PASS, empty.outcome());
        assertTrue(
                empty.evidence().startsWith("refused by an error: invalid input syntax"),
                empty.evidence());
        assertEquals(Cell.Outcome.PASS, cell(good, "A", "SELECT").outcome());
        assertEquals("the row is not read", cell(good, "A", "SELECT").evidence());
        Report broken = reading(MINE + " and 1 / (length(title) - length(title)) = 1");
        assertEquals(Cell.Outcome.INCONCLUSIVE, cell(broken, "empty claims", "SELECT").outcome());
        assertEquals(Cell.Outcome.INCONCLUSIVE, cell(broken, "A", "SELECT").outcome());
    }

    @Test
    void leavesATableAloneThatTakesTooLong() throws Exception {
        Report report =
                trial(
                        """
                        create table more (id uuid primary key, user_id uuid not null);
                        alter table more enable row level security;
                        grant select on more to authenticated;
                        create policy mine on more for select using (user_id = auth.uid());
                        create function endless() returns boolean language plpgsql as
                          'begin perform pg_sleep(1000); return true; end';
                        alter policy read_own on notes using (endless());
                        """,
                        new Limits(
                                Duration.ofMillis(1500),
                                2,
                                Duration.ofHours(1),
                                Duration.ofMinutes(1)));
        Cell left = cell(report, "A", "SELECT");
        assertEquals(Cell.Outcome.INCONCLUSIVE, left.outcome());
        assertEquals("not tried: 2 statements at it ran out of time before", left.evidence());
        assertTrue(
                report.with(Cell.Outcome.PASS).stream()
                        .filter(each -> each.object().equals("public.more"))
                        .filter(each -> each.session().equals("A"))
                        .anyMatch(each -> each.command().equals("SELECT")));
        assertTrue(report.controlled());
    }

    @Test
    void saysThatNothingIsKnownWhenTheTimeIsOver() throws Exception {
        Limits none = new Limits(Duration.ofMinutes(1), 3, Duration.ZERO, Duration.ofMinutes(1));
        Report report = trial("select 1", none);
        assertFalse(report.controlled());
        assertEquals(List.of(), report.with(Cell.Outcome.PASS));
        assertTrue(
                report.notSeeded().get("public.notes").startsWith("not tried: all attempts had"));
        assertTrue(trial("select 1", Limits.USUAL).controlled());
    }

    @Test
    void hangsUpOnAStatementThatDoesNotStop() throws Exception {
        Report report =
                trial(
                        """
                        create function deaf() returns boolean language plpgsql as $$ begin
                          loop
                            begin perform pg_sleep(1000);
                            exception when query_canceled then null; end;
                          end loop;
                        end $$;
                        alter policy read_own on notes using (deaf());
                        """,
                        new Limits(
                                Duration.ofMillis(1500),
                                3,
                                Duration.ofHours(1),
                                Duration.ofSeconds(1)));
        Cell last = cell(report, "A", "SELECT");
        assertEquals(Cell.Outcome.INCONCLUSIVE, last.outcome());
        assertTrue(
                last.evidence().startsWith("not tried: a statement at public.notes did not stop"),
                last.evidence());
    }
}
