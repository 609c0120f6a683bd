package dev.holdfast.rls.server.migration;

import java.util.Locale;
import java.util.Set;

/**
 * A statement that did not do what it says.
 *
 * @param file the path below the folder of migrations
 * @param line the line that the statement begins on, from 1
 * @param statement its first words, without constants
 * @param sqlState PostgreSQL's error code; empty when the server never saw the statement
 * @param message what went wrong, on one line, without values
 */
public record StatementProblem(
        String file, int line, String statement, String sqlState, String message) {
    private static final String UNDEFINED_OBJECT = "42704";
    private static final Set<String> WITHOUT_BEARING =
            Set.of("ANALYZE", "CLUSTER", "COMMENT", "REINDEX", "VACUUM");

    /** The state of one that took its connection along, and the rest of its file. */
    static final String LOST = "08006";

    /** Whether who may do what can differ for it: a comment or an index that is missing cannot. */
    public boolean bearsOnAccess() {
        String[] words = statement.split(" ", 3);
        boolean isIndex =
                words.length > 1
                        && words[0].equalsIgnoreCase("CREATE")
                        && words[1].equalsIgnoreCase("INDEX");
        // A setting of a newer server, as dumps have them; those of this one exist.
        boolean isUnknownSetting =
                words[0].equalsIgnoreCase("SET")
                        && sqlState.equals(UNDEFINED_OBJECT)
                        && message.startsWith("unrecognized");
        if (sqlState.equals(LOST)) {
            return true;
        }
        return !isIndex
                && !isUnknownSetting
                && !WITHOUT_BEARING.contains(words[0].toUpperCase(Locale.ROOT));
    }
}
