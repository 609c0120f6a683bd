package dev.holdfast.rls.prove;

import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Value;
import java.util.Optional;

/**
 * A value of SQL that may be NULL.
 *
 * @param value what it is when it is not NULL
 * @param isNull holds when it is NULL; exact, as atoms stand for what is not known
 * @param known what is known of its text
 */
record Term(Value value, Formula isNull, Optional<KnownText> known) {

    static Term of(Value value) {
        return new Term(value, Formula.FALSE, Optional.empty());
    }

    Kleene sameAs(Term other) {
        Formula there = Formula.and(Formula.not(isNull), Formula.not(other.isNull));
        Formula same = Formula.same(value, other.value);
        return new Kleene(
                Formula.and(there, same),
                Formula.and(there, Formula.not(same)),
                Formula.or(isNull, other.isNull));
    }

    /** IS NOT DISTINCT FROM, which is never NULL. */
    Kleene notDistinct(Term other) {
        return Kleene.of(
                Formula.or(
                        Formula.and(isNull, other.isNull),
                        Formula.and(
                                Formula.not(isNull),
                                Formula.not(other.isNull),
                                Formula.same(value, other.value))));
    }
}
