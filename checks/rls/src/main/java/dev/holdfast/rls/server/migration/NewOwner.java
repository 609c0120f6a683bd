package dev.holdfast.rls.server.migration;

import dev.holdfast.rls.server.sql.SqlStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ALTER … OWNER TO}: unless a superuser gives something away, its new owner needs CREATE in
 * the schema. Who owns a table decides whether its policies hold for him, so it is done all the
 * same, with a grant that lasts for this statement.
 */
final class NewOwner {
    private static final Pattern GIVING =
            Pattern.compile("(?is)\\AALTER\\b.*\\bOWNER\\s+TO\\s+(\\w+|\"[^\"]+\")\\s*+");
    private static final Pattern SCHEMA = Pattern.compile("permission denied for schema (.+)");

    private NewOwner() {}

    /** Whether the statement was one of these, and is done now. */
    static boolean given(SqlStatement statement, ServerError error, Session session)
            throws SQLException {
        Matcher giving = GIVING.matcher(statement.text());
        Matcher schema = SCHEMA.matcher(error.message());
        if (!error.isDenied() || !giving.matches() || !schema.matches()) {
            return false;
        }
        String name = '"' + schema.group(1).replace("\"", "\"\"") + '"';
        try {
            session.runOurs("GRANT CREATE ON SCHEMA " + name + " TO " + giving.group(1));
        } catch (SQLException refused) {
            return false;
        }
        try {
            session.run(statement);
            return true;
        } catch (SQLException still) {
            return false;
        } finally {
            session.runOurs("REVOKE CREATE ON SCHEMA " + name + " FROM " + giving.group(1));
        }
    }
}
