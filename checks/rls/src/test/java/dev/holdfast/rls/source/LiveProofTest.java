package dev.holdfast.rls.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.proving.ProveCheck;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.solve.InterpolSolver;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Witnesses in a live database whose user is no superuser and may not turn foreign keys off; what
 * was there before is there afterwards, sequences too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveProofTest {
    private static final String USER = "00000000-0000-4000-8000-000000000001";

    /** The tables are those of the user of the connection. */
    private static final List<String> TABLES =
            List.of(
                    """
                    DO $$ BEGIN
                      CREATE ROLE live LOGIN NOSUPERUSER NOBYPASSRLS;
                      CREATE ROLE stranger LOGIN NOSUPERUSER NOBYPASSRLS;
                    EXCEPTION WHEN duplicate_object THEN NULL;
                    END $$
                    """,
                    "GRANT anon, authenticated TO live, stranger",
                    "GRANT USAGE ON SCHEMA auth TO live, stranger",
                    "GRANT ALL ON SCHEMA public TO live",
                    """
                    DO $$ BEGIN
                      EXECUTE format('GRANT CREATE ON DATABASE %I TO live', current_database());
                    END $$
                    """,
                    "SET ROLE live",
                    "CREATE TABLE folders (id serial PRIMARY KEY, name text NOT NULL)",
                    """
                    CREATE TABLE notes (
                      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                      folder int NOT NULL REFERENCES folders,
                      user_id uuid NOT NULL,
                      title text)
                    """,
                    "ALTER TABLE folders ENABLE ROW LEVEL SECURITY",
                    "ALTER TABLE notes ENABLE ROW LEVEL SECURITY",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO authenticated",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO stranger",
                    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO authenticated",
                    "INSERT INTO folders (name) VALUES ('one'), ('two')",
                    "INSERT INTO notes (folder, user_id) VALUES (1, '" + USER + "')",
                    "RESET ROLE");

    private static final String CLOSED = "CREATE POLICY own ON notes USING (user_id = auth.uid())";
    private static final String OPEN =
            "CREATE POLICY own ON notes USING (user_id = auth.uid() OR title IS NULL)";

    private final Map<Servers, LiveServer> servers = new EnumMap<>(Servers.class);

    @BeforeAll
    void start() throws Exception {
        for (Servers each : Servers.values()) {
            servers.put(each, LiveServer.start(each));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (LiveServer each : servers.values()) {
            each.close();
        }
    }

    private Database database(Servers where, String policy) throws Exception {
        List<String> statements = new ArrayList<>(TABLES);
        statements.add(statements.size() - 1, policy);
        return Optional.ofNullable(servers.get(where)).orElseThrow().database(statements);
    }

    private LiveDatabase source(Servers where, Database database, String role, boolean writable) {
        return Optional.ofNullable(servers.get(where))
                .orElseThrow()
                .source(database, role, writable);
    }

    private static List<Result> proved(LiveDatabase source) throws Exception {
        return source.use(opened ->
                new ProveCheck(
                                source,
                                (_, _) -> ProofSchema.byOwner(),
                                List.of("public"),
                                new InterpolSolver())
                        .of(opened)
                        .results());
    }

    private static Result result(List<Result> results, String property) {
        return results.stream()
                .filter(each -> "public.notes".equals(each.subject()))
                .filter(each -> property.equals(each.properties().get("property")))
                .findFirst()
                .orElseThrow();
    }

    /** Rows and sequences, also where a sequence has its storage. */
    private static List<String> state(Database database) throws Exception {
        List<String> state = new ArrayList<>();
        database.asSuperuser(List.of("GRANT live TO postgres"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String each :
                    List.of(
                            "SELECT x::text FROM folders x ORDER BY 1",
                            "SELECT x::text FROM notes x ORDER BY 1",
                            "SELECT last_value || ' ' || is_called FROM folders_id_seq",
                            "SELECT last_value || ' ' || is_called FROM notes_id_seq",
                            "SELECT relname || relfilenode FROM pg_class WHERE relkind = 'S'"
                                    + " ORDER BY 1")) {
                try (ResultSet rows = statement.executeQuery(each)) {
                    while (rows.next()) {
                        state.add(rows.getString(1));
                    }
                }
            }
        }
        return state;
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void showsTheRowAndLeavesNothing(Servers where) throws Exception {
        Database database = database(where, OPEN);
        List<String> before = state(database);
        assertTrue(before.contains("2 true"), before.toString());

        List<Result> results = proved(source(where, database, "live", true));

        for (String property : List.of("cross-read", "cross-update", "cross-delete")) {
            Result result = result(results, property);
            assertEquals(Outcome.FAIL, result.outcome(), result.message());
            assertTrue(result.properties().containsKey("witness"), result.toString());
        }
        assertEquals(before, state(database));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void showsNothingWhereNothingIsOpen(Servers where) throws Exception {
        Database database = database(where, CLOSED);
        List<Result> results = proved(source(where, database, "live", true));
        for (String property : List.of("cross-read", "cross-insert", "cross-delete")) {
            assertEquals(Outcome.PASS, result(results, property).outcome());
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void executesNothingUnlessItMayWrite(Servers where) throws Exception {
        Database database = database(where, OPEN);
        List<Result> results = proved(source(where, database, "live", false));
        assertEquals(Outcome.UNKNOWN, result(results, "cross-read").outcome());
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void decidesNothingForAUserWhoDoesNotSeeAllRows(Servers where) throws Exception {
        Database database = database(where, OPEN);
        List<Result> results = proved(source(where, database, "stranger", true));
        Result read = result(results, "cross-read");
        assertEquals(Outcome.UNKNOWN, read.outcome());
        assertTrue(read.message().contains("does not see all rows"), read.message());
        // Nor may it make a schema, or keep what is another's.
        for (String note :
                List.of(
                        "are not looked into: permission denied for database",
                        "sequences belong to other roles")) {
            assertTrue(results.stream().anyMatch(each -> each.message().contains(note)), note);
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void leavesNothingWhenItsConnectionEndsInTheMiddle(Servers where) throws Exception {
        Database database = database(where, OPEN);
        List<String> before = state(database);
        try (Opened opened = source(where, database, "live", true).open()) {
            Connection connection = opened.writable().orElseThrow().connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM notes");
                statement.execute("INSERT INTO folders (name) VALUES ('three')");
                try (ResultSet row = statement.executeQuery("SELECT max(id) FROM folders")) {
                    row.next();
                    assertEquals(3, row.getInt(1), "it goes on where the sequence was");
                }
            }
            connection.abort(Runnable::run);
        }
        assertEquals(before, state(database));
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void thisTestSeesASequenceThatWentOn(Servers where) throws Exception {
        Database database = database(where, OPEN);
        List<String> before = state(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT nextval('folders_id_seq')");
            connection.rollback();
        }
        assertNotEquals(before, state(database));
        assertFalse(state(database).contains("2 true"));
    }
}
