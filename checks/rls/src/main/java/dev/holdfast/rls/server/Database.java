package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.PostgresVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * One database of a {@link ThrowawayServer}. What is done in it is done as its {@link #OWNER}: code
 * of a foreign schema (a trigger, a policy, a default) runs with the rights of whoever touches it,
 * so no superuser ever touches it.
 */
public final class Database {
    /**
     * Owns the database and whatever migrations make: CREATEROLE, CREATEDB, REPLICATION, BYPASSRLS,
     * may set session_replication_role, and is no superuser, as the role of that name of Supabase.
     */
    public static final String OWNER = "postgres";

    /** Made the server. Foreign code is never run as it; an audit leaves it out. */
    public static final String SUPERUSER = "holdfast_superuser";

    /** The name of the first database, which migrations of Supabase refer to. */
    static final String FIRST = "postgres";

    private static final int EVENT_TRIGGERS_SINCE = 17;
    private static final int STATEMENT_SECONDS = 60;
    private static final int LOCK_SECONDS = 10;
    private static final int CLOSED_SEEN_SECONDS = 2;

    private final Path socket;
    private final String name;
    private final PostgresVersion version;

    Database(Path socket, String name, PostgresVersion version) {
        this.socket = socket;
        this.name = name;
        this.version = version;
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /** A new connection as the owner. Statements end after a minute, waits for locks after 10 s. */
    public Connection connect() throws SQLException {
        return connect(OWNER, "extended");
    }

    /** The same for text that is not ours: each statement is sent as it is, in one message. */
    public Connection connectForScripts() throws SQLException {
        return connect(OWNER, "simple");
    }

    /**
     * Runs our own statements as the superuser, each in a transaction of its own.
     *
     * <p>For what prepares a database before anything foreign is in it. Afterwards a superuser's
     * statement may run code of the foreign schema, which then may do everything.
     */
    public void asSuperuser(List<String> statements) throws SQLException {
        try (Connection connection = connect(SUPERUSER, "simple");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    // Its event triggers would run as the superuser; before 17 nobody else can make one.
    private String withoutForeignCode() {
        return version.major() >= EVENT_TRIGGERS_SINCE ? " -c event_triggers=off" : "";
    }

    private Connection connect(String role, String queryMode) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("ApplicationName", "holdfast");
        properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
        properties.setProperty("socketFactoryArg", socket.toString());
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("preferQueryMode", queryMode);
        properties.setProperty(
                "options",
                // A statement that does not stop when it is told to ends with its connection.
                "-c statement_timeout=%ds -c lock_timeout=%ds -c client_connection_check_interval=%ds"
                                .formatted(STATEMENT_SECONDS, LOCK_SECONDS, CLOSED_SEEN_SECONDS)
                        + (role.equals(SUPERUSER) ? withoutForeignCode() : ""));
        // The address is not used: the factory's socket goes to the file.
        Connection connection =
                new Driver().connect("jdbc:postgresql://127.0.0.1/" + name, properties);
        if (connection == null) {
            throw new SQLException("the driver of PostgreSQL does not know its own addresses");
        }
        return connection;
    }
}
