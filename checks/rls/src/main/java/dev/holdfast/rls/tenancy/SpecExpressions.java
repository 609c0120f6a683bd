package dev.holdfast.rls.tenancy;

import java.sql.SQLException;

/**
 * Has PostgreSQL parse the expressions of a tenancy spec, so that their names are resolved as those
 * of policies are.
 */
@FunctionalInterface
public interface SpecExpressions {

    /**
     * What an expression is.
     *
     * @param sql one expression, without a semicolon
     * @throws SQLException when the server ends the connection
     */
    Parsed parse(String sql) throws SQLException;

    /** What became of it. */
    sealed interface Parsed {

        /**
         * It is one.
         *
         * @param tree the node tree of the query {@code SELECT expression}
         */
        record Query(String tree) implements Parsed {}

        /** The server does not take it. */
        record Refused(String why) implements Parsed {}

        /** Nobody could be asked. */
        record NotAsked(String why) implements Parsed {}
    }
}
