package dev.holdfast.rls.server.migration;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.rls.server.ServerAnswer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * An error of the server in words that can be shown: on one line, without its details, which quote
 * rows, and without the values that it could not read.
 *
 * <p>Source: PostgreSQL documentation, "PostgreSQL Error Codes".
 */
record ServerError(String sqlState, String message) {
    private static final int LONGEST = 300;
    private static final String DATA = "22";
    private static final String CONNECTION = "08";
    private static final String SHUTTING_DOWN = "57P";
    private static final String UNDEFINED_OBJECT = "42704";
    private static final String DENIED = "42501";
    private static final String SYNTAX = "42601";
    private static final Pattern NEAR = Pattern.compile("(?s) at or near \".*\"");
    // A setting that the server does not know, such as app.tenant: only those have a point.
    private static final Pattern DENIED_SETTING =
            Pattern.compile(
                    "permission denied to set parameter \"(\\w{1,60}(?:\\.\\w{1,60}){1,3})\"");
    // Up to 15, and since 16.
    private static final Pattern NO_MEMBER =
            Pattern.compile("must be (?:member of role|able to SET ROLE) \"(.+)\"");
    // "… at or near" repeats the literal to the end of the file.
    private static final Pattern UNTERMINATED =
            Pattern.compile("\\Aunterminated [\\w-]+(?: [\\w-]+)?(?= at)");
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");

    static ServerError of(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        ServerErrorMessage said =
                failed instanceof PSQLException ofServer ? ofServer.getServerErrorMessage() : null;
        String text = String.valueOf(said == null ? failed.getMessage() : said.getMessage());
        if (ServerAnswer.isRaised(said)) {
            // What a block or a function says itself may be a value.
            text = "an error that the statement raises itself";
        }
        if (state.equals(SYNTAX)) {
            // It repeats what stands there: a literal, or a password without quotes.
            text = NEAR.matcher(text).replaceFirst("");
        }
        Matcher unterminated = UNTERMINATED.matcher(text);
        int value = state.startsWith(DATA) ? text.indexOf(": \"") : -1;
        return new ServerError(
                state,
                OneLine.of(
                        unterminated.find()
                                ? unterminated.group()
                                : value < 0 ? text : text.substring(0, value),
                        LONGEST));
    }

    /** The same without what it repeats of the statement's string constants. */
    ServerError shownOf(Constants constants) {
        return new ServerError(sqlState, constants.hiddenIn(message));
    }

    /** Whether nothing more can be asked of the server. */
    boolean isEndOfConnection() {
        return sqlState.startsWith(CONNECTION) || sqlState.startsWith(SHUTTING_DOWN);
    }

    /** The role that the statement named and nobody made. */
    Optional<String> missingRole() {
        Matcher role = MISSING_ROLE.matcher(message);
        return sqlState.equals(UNDEFINED_OBJECT) && role.matches()
                ? Optional.of(role.group(1))
                : Optional.empty();
    }

    /** The setting of an application that only a superuser may bind to a role or database. */
    Optional<String> deniedSetting() {
        Matcher setting = DENIED_SETTING.matcher(message);
        return sqlState.equals(DENIED) && setting.matches()
                ? Optional.of(setting.group(1))
                : Optional.empty();
    }

    /** The role that the owner would have to be a member of. */
    Optional<String> roleToJoin() {
        Matcher role = NO_MEMBER.matcher(message);
        return sqlState.equals(DENIED) && role.matches()
                ? Optional.of(role.group(1))
                : Optional.empty();
    }

    /** Whether the one who asks may not do it. */
    boolean isDenied() {
        return sqlState.equals(DENIED);
    }
}
