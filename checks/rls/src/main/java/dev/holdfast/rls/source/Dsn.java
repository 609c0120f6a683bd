package dev.holdfast.rls.source;

import dev.holdfast.core.problem.UserProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * A connection string ({@code postgresql://user:password@host:5432/database?sslmode=require};
 * PostgreSQL documentation, 34.1.1.2). It comes from an environment variable and is never shown, in
 * no message either.
 */
public final class Dsn {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int PORT = 5432;
    // What libpq's parameters are called by the driver.
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "sslmode", "sslmode",
                    "sslrootcert", "sslrootcert",
                    "sslcert", "sslcert",
                    "sslkey", "sslkey",
                    "options", "options",
                    "channel_binding", "channelBinding",
                    "application_name", "ApplicationName");

    // PostgreSQL documentation, 34.1.2; from the weakest to the strongest.
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final String variable;
    private final String host;
    private final int port;
    private final String database;
    private final Properties properties;

    private Dsn(String variable, String host, int port, String database, Properties properties) {
        this.variable = variable;
        this.host = host;
        this.port = port;
        this.database = database;
        this.properties = properties;
    }

    /**
     * The connection string of an environment variable.
     *
     * @throws UserProblem when there is none, or it is no URL of PostgreSQL; what it says is not
     *     repeated
     */
    public static Dsn of(String variable, Map<String, String> environment) {
        if (!NAME.matcher(variable).matches()) {
            // It may be the connection string itself, with its password.
            throw new UserProblem(
                    "that is no name of an environment variable",
                    "set a variable to postgresql://user:password@host:5432/database and name the"
                            + " variable; the connection string itself would be seen by every user"
                            + " of the machine");
        }
        String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            throw new UserProblem(
                    "the environment has no variable " + variable,
                    "set it to postgresql://user:password@host:5432/database");
        }
        try {
            return of(variable, new URI(text.strip()));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw wrong(variable);
        }
    }

    private static Dsn of(String variable, URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("postgresql") || scheme.equals("postgres")) || uri.getHost() == null) {
            throw wrong(variable);
        }
        Properties properties = new Properties();
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = user.indexOf(':');
        String name = decoded(colon < 0 ? user : user.substring(0, colon));
        properties.setProperty("user", name);
        if (colon >= 0) {
            properties.setProperty("password", decoded(user.substring(colon + 1)));
        }
        properties.setProperty("ApplicationName", "holdfast");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        if (uri.getRawQuery() != null) {
            for (String each : uri.getRawQuery().split("&", -1)) {
                int equals = each.indexOf('=');
                String parameter = PARAMETERS.get(equals < 0 ? each : each.substring(0, equals));
                if (parameter != null) {
                    String value = decoded(each.substring(equals + 1));
                    if (parameter.equals("sslmode") && !SSL_MODES.contains(value)) {
                        throw new UserProblem(
                                "the connection string in "
                                        + variable
                                        + " has an sslmode that is none",
                                "sslmode is one of " + String.join(", ", SSL_MODES));
                    }
                    properties.setProperty(parameter, value);
                }
            }
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        String database = path.length() > 1 ? path.substring(1) : name;
        return new Dsn(
                variable,
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                database,
                properties);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static UserProblem wrong(String variable) {
        return new UserProblem(
                "the variable " + variable + " holds no connection string of PostgreSQL",
                "set it to postgresql://user:password@host:5432/database");
    }

    /**
     * A new connection that sends each statement as it is, in one message: poolers that give a
     * connection to a transaction keep no prepared statements.
     *
     * @throws UserProblem as {@link #connect}
     */
    Connection connectForScripts() {
        Properties simple = new Properties();
        simple.putAll(properties);
        simple.setProperty("preferQueryMode", "simple");
        return connect(simple);
    }

    /**
     * A new connection.
     *
     * @throws UserProblem when the server cannot be reached or refuses; without its message, which
     *     may repeat what was sent
     */
    public Connection connect() {
        return connect(properties);
    }

    private Connection connect(Properties asked) {
        try {
            Connection connection =
                    new Driver()
                            .connect(
                                    "jdbc:postgresql://" + host + ":" + port + "/" + encoded(),
                                    asked);
            if (connection != null) {
                return connection;
            }
        } catch (SQLException refused) {
            throw new UserProblem(
                    "the database that "
                            + variable
                            + " names cannot be opened (SQLSTATE "
                            + refused.getSQLState()
                            + ")",
                    "see that the server runs, and that user, password and database are right");
        }
        throw wrong(variable);
    }

    private String encoded() {
        return java.net.URLEncoder.encode(database, StandardCharsets.UTF_8);
    }
}
