package dev.holdfast.rls.prove;

import dev.holdfast.rls.solve.Formula;

/**
 * That a value may be an element of an array of which nothing is known.
 *
 * @param array the same item for the same array
 * @param value what is looked for
 * @param is when it is one of them
 */
record Element(Item array, Item value, Kleene is) {

    /** Values that are equal are both elements of an array, or none is. */
    Formula agrees(Element other) {
        if (!(value instanceof Item.Plain(Term mine))
                || !(other.value instanceof Item.Plain(Term its))) {
            return Formula.TRUE;
        }
        return Formula.implies(
                mine.sameAs(its).yes(),
                Formula.or(
                        Formula.and(is.yes(), other.is.yes()),
                        Formula.and(is.no(), other.is.no()),
                        Formula.and(is.neither(), other.is.neither())));
    }
}
