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
}
