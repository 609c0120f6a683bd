package dev.holdfast.rls.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** A connection that may make any role and function, for schemas of our own in tests. */
public final class SuperuserSession {
    private SuperuserSession() {}

    /** A new connection to the first database, outside of transactions. */
    public static Connection open(ThrowawayServer server) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Database.SUPERUSER);
        properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
        properties.setProperty("socketFactoryArg", server.folder().socket().toString());
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("preferQueryMode", "simple");
        Connection connection =
                new Driver().connect("jdbc:postgresql://127.0.0.1/" + Database.FIRST, properties);
        if (connection == null) {
            throw new SQLException("the driver of PostgreSQL does not know its own addresses");
        }
        return connection;
    }
}
