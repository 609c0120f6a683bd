package dev.holdfast.rls.source;

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
            throw new IOException(
                    "the server ended the connection (SQLSTATE " + lost.getSQLState() + ")", lost);
        }
    }
}
