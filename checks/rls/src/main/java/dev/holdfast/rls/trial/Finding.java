package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Failure;

/** What a statement came to. */
record Finding(Kind kind, String evidence) {
    /** Before the error, where it is what kept a session out. */
    static final String BY_AN_ERROR = "refused by an error: ";

    /** Kinds of it. */
    enum Kind {
        /** The row was reached. */
        REACHED,
        /** It was not, and nothing failed, or a policy refused. */
        NOT_REACHED,
        /** There is no grant. */
        NO_GRANT,
        /** What the session is was not accepted by a policy, a function or a trigger. */
        NOT_ACCEPTED,
        /** The server failed in another way, or was not asked. */
        FAILED
    }

    static Finding reached(String statement, String what) {
        return new Finding(Kind.REACHED, what + ": " + statement);
    }

    static Finding not(String why) {
        return new Finding(Kind.NOT_REACHED, why);
    }

    static Finding failed(String why) {
        return new Finding(Kind.FAILED, why);
    }

    /** A missing grant, a policy and everything else are told apart by their words. */
    static Finding refused(Failure failure, Relation relation) {
        if (failure.isPolicy()) {
            return not(failure.sentence());
        }
        boolean itself =
                failure.message().endsWith(" " + relation.name())
                        || failure.message().endsWith(" " + relation.schema());
        if (failure.state().equals("42501") && itself) {
            return new Finding(Kind.NO_GRANT, failure.sentence());
        }
        return new Finding(
                isNotAccepted(failure) ? Kind.NOT_ACCEPTED : Kind.FAILED, failure.sentence());
    }

    /**
     * A text that a type does not read, a setting that was never set, a function that may not be
     * called, or an error that a function raises itself (PostgreSQL documentation, appendix A).
     * What violates a constraint is none of them: it has passed the policies.
     */
    static boolean isNotAccepted(Failure failure) {
        return switch (failure.state()) {
            case "P0001" -> true;
            case "42704" -> failure.message().startsWith("unrecognized configuration parameter");
            case "42501" -> failure.message().startsWith("permission denied for ");
            default -> failure.state().startsWith("22");
        };
    }
}
