package dev.holdfast.rls.seed;

import dev.holdfast.rls.server.ServerAnswer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server says about a statement that it refused (PostgreSQL documentation, appendix A).
 */
public record Failure(
        String state, String message, String table, String column, String constraint) {

    private static final Pattern QUOTED = Pattern.compile("(?s)\".*\"");

    /** What an exception holds, with no value that a row may have. */
    public static Failure of(SQLException failed) {
        return of(failed, Failure::shown);
    }

    /** The same of a statement that was parsed and never executed, so that no row was read. */
    public static Failure ofParsing(SQLException failed) {
        return of(failed, each -> text(each.getMessage()));
    }

    private static Failure of(SQLException failed, Function<ServerErrorMessage, String> message) {
        Optional<ServerErrorMessage> server =
                failed instanceof PSQLException ours
                        ? Optional.ofNullable(ours.getServerErrorMessage())
                        : Optional.empty();
        return new Failure(
                text(failed.getSQLState()),
                server.map(message).orElse("no answer"),
                server.map(each -> text(each.getTable())).orElse(""),
                server.map(each -> text(each.getColumn())).orElse(""),
                server.map(each -> text(each.getConstraint())).orElse(""));
    }

    /** What a function of the database says itself may hold rows of it. */
    private static String shown(ServerErrorMessage said) {
        return ServerAnswer.isRaised(said)
                ? "an error that a function raises"
                : withoutValues(text(said.getSQLState()), text(said.getMessage()));
    }

    /**
     * What PostgreSQL quotes is a name where rights, constraints and policies are spoken of; else
     * it may be a value of a row, which a policy casts: {@code invalid input syntax for type
     * integer}.
     */
    private static String withoutValues(String state, String message) {
        boolean names =
                state.startsWith("23")
                        || state.startsWith("25")
                        || state.startsWith("55")
                        || state.equals("42501")
                        || state.equals("42P17");
        return names ? message : QUOTED.matcher(message).replaceAll("\"…\"");
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** Lets pass what the server answered, and throws what was no answer: a lost connection. */
    public static void requireAnswer(SQLException failed) throws SQLException {
        String state = text(failed.getSQLState());
        if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P")) {
            throw failed;
        }
    }

    /** Whether a policy refused a row, and not a missing grant (both are 42501). */
    public boolean isPolicy() {
        return state.equals("42501") && message.contains("row-level security");
    }

    /** For people: the code and what the server said, which may name a value of ours only. */
    public String sentence() {
        return message + " (SQLSTATE " + state + ")";
    }
}
