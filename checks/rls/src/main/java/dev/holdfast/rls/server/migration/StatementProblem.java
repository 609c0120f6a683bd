package dev.holdfast.rls.server.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern OF_SUPABASE =
            Pattern.compile(
                    "\"?\\b(auth|storage|realtime|vault|extensions|graphql_public|supabase_functions)\\b.*");
    private static final Pattern MISSING =
            Pattern.compile("(?:schema|relation|function|type|role) (.+) does not exist");
    private static final Set<String> MISSING_STATES = Set.of("3F000", "42883", "42P01", "42704");
    private static final Set<String> WITHOUT_BEARING =
            Set.of("ANALYZE", "CLUSTER", "COMMENT", "REINDEX", "VACUUM");

    /** The state of one that took its connection along, and the rest of its file. */
    static final String LOST = "08006";

    /** What to do about it, as the last part of a sentence; empty where nobody can know. */
    public String next() {
        Optional<String> missing = missing();
        if (missing.isEmpty()) {
            return message.contains("is not available") && message.startsWith("extension")
                    ? "PostgreSQL's own extensions are there, and stand-ins for Supabase's with"
                            + " --stub supabase (rls.stub in the policy); of another one, put what the"
                            + " migrations use of it into a migration before this one, or look at a"
                            + " database that has it with --dsn-env"
                    : "";
        }
        return OF_SUPABASE.matcher(missing.get()).matches()
                ? "Supabase has it: give --stub supabase, or rls.stub: supabase in the policy"
                : "no statement before this one makes it: put the migration that does into the"
                        + " folder, or look at a database that has it with --dsn-env";
    }

    /** The name of what is not there (PostgreSQL Error Codes: 3F000, 42883, 42P01, 42704). */
    private Optional<String> missing() {
        Matcher missing = MISSING.matcher(message);
        return MISSING_STATES.contains(sqlState) && missing.matches()
                ? Optional.of(missing.group(1))
                : Optional.empty();
    }

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
