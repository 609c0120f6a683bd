package dev.holdfast.rls.prove;

import dev.holdfast.rls.solve.Formula;

/**
 * When an expression of SQL may be true, false or NULL (three-valued logic; PostgreSQL
 * documentation, 9.1). Each is a formula that holds whenever the expression may be that; where
 * something is not known more than one of them can hold, so that what is derived from them lets
 * more through than the database does, and never less.
 *
 * @param yes holds whenever the expression is true
 * @param no holds whenever it is false
 * @param neither holds whenever it is NULL
 */
record Kleene(Formula yes, Formula no, Formula neither) {
    static final Kleene TRUE = new Kleene(Formula.TRUE, Formula.FALSE, Formula.FALSE);
    static final Kleene FALSE = new Kleene(Formula.FALSE, Formula.TRUE, Formula.FALSE);
    static final Kleene NULL = new Kleene(Formula.FALSE, Formula.FALSE, Formula.TRUE);

    /** Of something that is true or false and never NULL. */
    static Kleene of(Formula holds) {
        return new Kleene(holds, Formula.not(holds), Formula.FALSE);
    }

    Kleene not() {
        return new Kleene(no, yes, neither);
    }

    Kleene and(Kleene other) {
        return new Kleene(
                Formula.and(yes, other.yes),
                Formula.or(no, other.no),
                Formula.or(
                        Formula.and(neither, Formula.or(other.neither, other.yes)),
                        Formula.and(yes, other.neither)));
    }

    Kleene or(Kleene other) {
        return not().and(other.not()).not();
    }

    /** IS NOT TRUE: what keeps a row out. */
    Formula notYes() {
        return Formula.or(no, neither);
    }

    /** What a CHECK lets pass: it is not false. */
    Formula notNo() {
        return Formula.or(yes, neither);
    }

    /** This one where a condition is true, the other where it is not. */
    static Kleene choice(Kleene condition, Kleene then, Kleene otherwise) {
        return new Kleene(
                choice(condition, then.yes, otherwise.yes),
                choice(condition, then.no, otherwise.no),
                choice(condition, then.neither, otherwise.neither));
    }

    private static Formula choice(Kleene condition, Formula then, Formula otherwise) {
        return Formula.or(
                Formula.and(condition.yes, then), Formula.and(condition.notYes(), otherwise));
    }
}
