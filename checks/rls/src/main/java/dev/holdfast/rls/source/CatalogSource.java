package dev.holdfast.rls.source;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.sql.SQLException;

/** Something that a catalogue can be read from. */
public interface CatalogSource {

    /** What it is, for people; never a connection string. */
    String name();

    /**
     * Opens it.
     *
     * @throws IOException when a throw-away server cannot be started
     * @throws SQLException when the server ends the connection
     */
    Opened open() throws IOException, SQLException;

    /** PostgreSQL documentation, PostgreSQL Error Codes: insufficient_privilege. */
    String DENIED = "42501";

    /** What is done with what is open. */
    @FunctionalInterface
    interface Use<T> {
        /** Does it. */
        T of(Opened opened) throws IOException, SQLException, InterruptedException;
    }

    /**
     * Opens it, uses it and closes it.
     *
     * @throws IOException when a throw-away server cannot be started, or the server ends the
     *     connection
     * @throws InterruptedException when the run is stopped
     */
    default <T> T use(Use<T> use) throws IOException, InterruptedException {
        try (Opened opened = open()) {
            return use.of(opened);
        } catch (SQLException lost) {
            if (DENIED.equals(lost.getSQLState())) {
                throw new UserProblem(
                        name() + " refuses what is asked of it: permission denied (SQLSTATE 42501)",
                        "connect as a user who may read the catalogue, is a member of the"
                                + " sessions' roles and, with --throwaway, sees all rows"
                                + " (docs/rls.md)");
            }
            throw new IOException(
                    "the server ended the connection (SQLSTATE " + lost.getSQLState() + ")", lost);
        }
    }
}
