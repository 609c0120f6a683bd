package dev.holdfast.rls.difference;

import dev.holdfast.core.result.Severity;
import java.util.List;

/**
 * Something that is not as it was.
 *
 * @param severity of what is opened
 * @param subject the relation or function, as results name it
 * @param role who reaches more or less
 * @param command by which
 * @param before what was reached
 * @param after what is reached
 * @param evidence grants, policies and what else it rests on
 */
public record Difference(
        Kind kind,
        Severity severity,
        String subject,
        String role,
        String command,
        String before,
        String after,
        List<String> evidence) {
    public Difference {
        evidence = List.copyOf(evidence);
    }

    /** Which way. */
    public enum Kind {
        /** More can be reached. */
        OPENED,
        /** Less can be reached, and nothing more. */
        CLOSED,
        /** It may be either. */
        CHANGED
    }
}
