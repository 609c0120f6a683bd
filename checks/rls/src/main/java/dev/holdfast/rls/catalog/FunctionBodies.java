package dev.holdfast.rls.catalog;

import dev.holdfast.rls.server.sql.SqlScript;
import dev.holdfast.rls.tree.CalledFunctions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has PostgreSQL parse the bodies of functions that policies and views call. A body that is a text
 * is made anew as one in standard SQL (sql-createfunction, BEGIN ATOMIC), whose node tree the
 * catalogue keeps; the transaction is rolled back. So this needs a database that may be written.
 */
public final class FunctionBodies {
    private static final Pattern RETURNS =
            Pattern.compile(
                    "\\s*BEGIN\\s+RETURN\\s+(?!QUERY\\b)(?!NEXT\\b)([^;]*);?\\s*END\\s*;?\\s*",
                    Pattern.CASE_INSENSITIVE);
    private static final long FIRST_OF_USERS = 16_384;
    private static final Pattern OUT = Pattern.compile("(?:\\(|, )(?:OUT|INOUT) ");
    private static final String SCRATCH = "holdfast_bodies";

    private final Connection connection;
    private final Catalog catalog;
    private final SessionPaths paths;
    private final Map<Long, String> bodies = new LinkedHashMap<>();

    private FunctionBodies(Connection connection, Catalog catalog) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        this.paths = SessionPaths.read(connection, catalog);
    }

    /**
     * The node trees of the bodies, by function; functions whose bodies are no single statement of
     * SQL are left out.
     *
     * @throws SQLException when the connection fails
     */
    public static Map<Long, String> read(Connection connection, Catalog catalog)
            throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            FunctionBodies reader = new FunctionBodies(connection, catalog);
            reader.all();
            return Map.copyOf(reader.bodies);
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        }
    }

    /** The bodies that the catalogue has without any help. */
    public static Map<Long, String> stored(Catalog catalog) {
        Map<Long, String> bodies = new LinkedHashMap<>();
        catalog.functions().values().stream()
                .filter(each -> !setsMore(each))
                .forEach(each -> each.body().ifPresent(body -> bodies.put(each.oid(), body)));
        return Map.copyOf(bodies);
    }

    private void all() throws SQLException {
        bodies.putAll(stored(catalog));
        Deque<Long> open = new ArrayDeque<>();
        Set<Long> seen = new HashSet<>();
        for (Policy each : catalog.policies()) {
            each.using().ifPresent(stored -> called(stored.tree(), open, seen));
            each.check().ifPresent(stored -> called(stored.tree(), open, seen));
        }
        catalog.rules().forEach(each -> called(each.action(), open, seen));
        catalog.constraints()
                .forEach(each ->
                        each.expression().ifPresent(stored -> called(stored.tree(), open, seen)));
        if (open.isEmpty()) {
            return;
        }
        execute("CREATE SCHEMA " + SCRATCH);
        while (!open.isEmpty()) {
            Function function = catalog.functions().get(open.pop());
            if (function == null || !function.extension().isEmpty() || setsMore(function)) {
                continue;
            }
            Optional<String> body =
                    function.body().isPresent() ? function.body() : parsed(function);
            if (body.isPresent()) {
                bodies.put(function.oid(), body.get());
                called(body.get(), open, seen);
            }
        }
    }

    /** One that runs as another role, or with other settings, is not its body alone. */
    private static boolean setsMore(Function function) {
        return function.settings().stream().anyMatch(each -> !each.startsWith("search_path="));
    }

    private static void called(String tree, Deque<Long> open, Set<Long> seen) {
        CalledFunctions.of(tree).stream()
                .filter(each -> each >= FIRST_OF_USERS && seen.add(each))
                .forEach(open::add);
    }

    private Optional<String> parsed(Function function) throws SQLException {
        Optional<String> source = source(function);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Set<Optional<String>> bodies = new HashSet<>();
        for (String path : paths.of(function)) {
            bodies.add(parsed(function, source.orElseThrow(), path));
        }
        return bodies.size() == 1 ? bodies.iterator().next() : Optional.empty();
    }

    private Optional<String> parsed(Function function, String source, String path)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute("SET LOCAL search_path = " + path);
            String signature = signature(function.oid());
            String statement =
                    "CREATE FUNCTION "
                            + SCRATCH
                            + ".\""
                            + function.name().replace("\"", "\"\"")
                            + "\""
                            + signature
                            + " LANGUAGE sql BEGIN ATOMIC "
                            + source
                            + "; END";
            // A body that ends itself would have what follows run with our rights. OUT arguments
            // are
            // numbered otherwise in such a body.
            if (SqlScript.statements(statement).size() != 1 || OUT.matcher(signature).find()) {
                return Optional.empty();
            }
            execute(statement);
            return Optional.of(
                    one(
                            // An event trigger may make another one.
                            "SELECT CASE WHEN pg_catalog.count(*) = 1 THEN"
                                    + " pg_catalog.min(prosqlbody::text) END FROM"
                                    + " pg_catalog.pg_proc WHERE pronamespace = '"
                                    + SCRATCH
                                    + "'::pg_catalog.regnamespace"));
        } catch (SQLException notSql) {
            // What PostgreSQL does not parse as one statement is no body to look into.
            return Optional.empty();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback(before);
            }
        }
    }

    private static Optional<String> source(Function function) {
        String text = function.source().strip();
        return switch (function.language()) {
            case "sql" ->
                    Optional.of(text.endsWith(";") ? text.substring(0, text.length() - 1) : text);
            case "plpgsql" -> {
                Matcher returns = RETURNS.matcher(function.source());
                yield returns.matches()
                        ? Optional.of("SELECT (" + returns.group(1).strip() + ")")
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private String signature(long oid) throws SQLException {
        return one(
                "SELECT '(' || pg_catalog.pg_get_function_arguments("
                        + oid
                        + ") || ') RETURNS ' || pg_catalog.pg_get_function_result("
                        + oid
                        + ")");
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next() || rows.getString(1) == null) {
                throw new SQLException("no row");
            }
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
