package dev.holdfast.rls.trial;

/**
 * One command of one session at one object, as it was executed.
 *
 * @param role whose rights count
 * @param session whose claims and settings
 * @param object {@code schema.table}, {@code schema.view} or {@code schema.function(types)}
 * @param command in words: {@code UPDATE without WHERE}
 * @param evidence what was run and what came of it
 */
public record Cell(
        String role,
        String session,
        String object,
        String command,
        Outcome outcome,
        String evidence) {

    /** What came of it. */
    public enum Outcome {
        /** The own row was reached, or the grant is missing, and nobody else's row was. */
        PASS,
        /** Somebody else's row was reached. */
        FAIL,
        /** Nothing can be said: the own row was not reached either, or the server failed. */
        INCONCLUSIVE
    }
}
