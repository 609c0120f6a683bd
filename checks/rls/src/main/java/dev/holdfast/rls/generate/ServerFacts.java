package dev.holdfast.rls.generate;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only the server knows.
 *
 * @param identity the type of the spec's expression for who asks
 * @param session the type of its expression for the session's tenants
 * @param keys how foreign keys are kept, by table and name
 */
record ServerFacts(Optional<Long> identity, Optional<Long> session, Map<Key, Form> keys) {
    ServerFacts {
        keys = Map.copyOf(keys);
    }

    /** The name of a foreign key. */
    record Key(long relation, String name) {}

    /**
     * How a foreign key is kept, beyond what every one has.
     *
     * @param full whether it is MATCH FULL
     * @param deferral what follows it: {@code DEFERRABLE INITIALLY DEFERRED}, or nothing
     * @param set the numbers of the columns that ON DELETE SET changes; empty for all
     */
    record Form(boolean full, String deferral, List<Integer> set) {
        Form {
            set = List.copyOf(set);
        }
    }

    /**
     * Reads them.
     *
     * @throws UserProblem when an expression of the spec is none for this database
     * @throws SQLException when the connection is lost
     */
    static ServerFacts read(Connection connection, Tenancy tenancy) throws SQLException {
        return new ServerFacts(
                type(connection, "identity", tenancy.identity()),
                type(connection, "tenant.session", tenancy.tenantSession()),
                keys(connection));
    }

    /** Without running it: a setting that is missing may be an error. */
    private static Optional<Long> type(
            Connection connection, String key, Optional<String> expression) throws SQLException {
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        String sql =
                "SELECT pg_catalog.pg_typeof((SELECT "
                        + expression.get()
                        + " WHERE false))::pg_catalog.oid";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Optional.of(row.getLong(1));
        } catch (SQLException refused) {
            if (connection.isClosed()) {
                throw refused;
            }
            throw new UserProblem(
                    key
                            + " of the tenancy spec is no expression of this database (SQLSTATE "
                            + refused.getSQLState()
                            + "): "
                            + expression.get(),
                    "write an SQL expression, with the schemas of its functions");
        }
    }

    private static Map<Key, Form> keys(Connection connection) throws SQLException {
        Map<Key, Form> keys = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT conrelid::bigint, conname, confmatchtype, condeferrable,
                                       condeferred, array_to_string(confdelsetcols, ',')
                                  FROM pg_catalog.pg_constraint WHERE contype = 'f'
                                """)) {
            while (row.next()) {
                String deferral =
                        row.getBoolean(5)
                                ? " DEFERRABLE INITIALLY DEFERRED"
                                : row.getBoolean(4) ? " DEFERRABLE" : "";
                keys.put(
                        new Key(row.getLong(1), row.getString(2)),
                        new Form(
                                row.getString(3).equals("f"), deferral, numbers(row.getString(6))));
            }
        }
        return keys;
    }

    private static List<Integer> numbers(@Nullable String text) {
        List<Integer> numbers = new ArrayList<>();
        if (text != null) {
            for (String each : text.split(",", -1)) {
                numbers.add(Integer.valueOf(each));
            }
        }
        return numbers;
    }
}
