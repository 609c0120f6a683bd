package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Failure;

/** What a statement came to. */
record Finding(Kind kind, String evidence) {

    /** Kinds of it. */
    enum Kind {
        /** The row was reached. */
        REACHED,
        /** It was not, and nothing failed, or a policy refused. */
        NOT_REACHED,
        /** There is no grant. */
        NO_GRANT,
        /** The server failed in another way. */
        FAILED
    }

    static Finding reached(String statement, String what) {
        return new Finding(Kind.REACHED, what + ": " + statement);
    }

    static Finding not(String why) {
        return new Finding(Kind.NOT_REACHED, why);
    }

    /** A missing grant, a policy and everything else are told apart by their words. */
    static Finding refused(Failure failure, Relation relation) {
        if (failure.isPolicy()) {
            return not(failure.sentence());
        }
        boolean itself =
                failure.message().endsWith(" " + relation.name())
                        || failure.message().endsWith(" " + relation.schema());
        return failure.state().equals("42501") && itself
                ? new Finding(Kind.NO_GRANT, failure.sentence())
                : new Finding(Kind.FAILED, failure.sentence());
    }
}
