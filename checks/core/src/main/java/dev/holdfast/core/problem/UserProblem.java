package dev.holdfast.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something that the user can mend ends the command: a wrong option, an invalid policy, a folder
 * that is not there. Printed as it is, without a stack trace.
 *
 * <p>The message says what happened and where ({@code file:line:column: …} first when there is a
 * place), the hint says what to do next. Neither ever holds a secret value.
 */
public final class UserProblem extends RuntimeException {

    private final @Nullable String hint;

    public UserProblem(String message, @Nullable String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    /** The message; never null. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What to do next, when there is something to say. */
    public @Nullable String hint() {
        return hint;
    }
}
