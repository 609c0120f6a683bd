package dev.holdfast.rls.prove;

import dev.holdfast.rls.solve.Formula;

/** What an expression is: a truth value, or another value. */
sealed interface Item {

    /** A boolean. */
    record Truth(Kleene kleene) implements Item {}

    /** Anything else. */
    record Plain(Term term) implements Item {}

    /** The same, but NULL where something does not hold. */
    default Item onlyIf(Formula there) {
        return switch (this) {
            case Truth truth ->
                    new Truth(
                            new Kleene(
                                    Formula.and(there, truth.kleene().yes()),
                                    Formula.and(there, truth.kleene().no()),
                                    Formula.or(Formula.not(there), truth.kleene().neither())));
            case Plain plain ->
                    new Plain(
                            new Term(
                                    plain.term().value(),
                                    Formula.or(Formula.not(there), plain.term().isNull()),
                                    plain.term().known()));
        };
    }
}
