package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.SuperuserSession;
import dev.holdfast.rls.server.ThrowawayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Small schemas on a real server. Each is made in a transaction that is rolled back, roles too, so
 * that no test sees another's.
 */
public final class Lab implements AutoCloseable {
    /** Roles and functions of an API, and an owner of the tables who is neither of them. */
    public static final String BEGINNING =
            """
            CREATE ROLE anon NOLOGIN;
            CREATE ROLE authenticated NOLOGIN;
            CREATE ROLE maker NOLOGIN;
            GRANT ALL ON SCHEMA public TO maker;
            GRANT CREATE ON DATABASE postgres TO maker;
            GRANT USAGE ON SCHEMA public TO anon, authenticated;
            CREATE SCHEMA auth;
            GRANT USAGE ON SCHEMA auth TO anon, authenticated, maker;
            CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
              SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
            $$;
            CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$
              SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
            CREATE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS $$
              SELECT auth.jwt() ->> 'role' $$;
            SET LOCAL ROLE maker;
            """;

    private final ThrowawayServer server;

    /** A laboratory on one of the servers. */
    public Lab(Servers servers) {
        try {
            server = servers.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The catalogue after that SQL, which follows the {@link #BEGINNING} as the role maker. */
    public Catalog after(String sql) throws SQLException {
        try (Connection connection = SuperuserSession.open(server);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            statement.execute(BEGINNING);
            statement.execute(sql);
            statement.execute("RESET ROLE");
            Catalog catalog = CatalogReader.readHere(connection);
            connection.rollback();
            return catalog;
        }
    }

    /** A catalogue, and the node trees of the functions' bodies. */
    public record Seen(Catalog catalog, Map<Long, String> bodies) {
        public Seen {
            bodies = Map.copyOf(bodies);
        }
    }

    /** The same with the bodies of functions. */
    public Seen seen(String sql) throws SQLException {
        try (Connection connection = SuperuserSession.open(server);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            statement.execute(BEGINNING);
            statement.execute(sql);
            statement.execute("RESET ROLE");
            Catalog catalog = CatalogReader.readHere(connection);
            // Rolls back in the end.
            return new Seen(catalog, FunctionBodies.read(connection, catalog));
        }
    }

    /**
     * Asserts that the model says of every role, table and privilege what has_table_privilege and
     * row_security_active say.
     */
    void compare(String sql) throws SQLException {
        try (Connection connection = SuperuserSession.open(server);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            statement.execute(BEGINNING);
            statement.execute(sql);
            statement.execute("RESET ROLE");
            Catalog catalog = CatalogReader.readHere(connection);
            new ServersOpinion(statement, catalog).check();
            connection.rollback();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
