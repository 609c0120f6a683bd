package dev.holdfast.rls.solve;

import java.util.List;

/**
 * Two solvers, of which one alone decides nothing. Where they contradict each other one of them, or
 * what asks them, is wrong.
 */
public record BothSolvers(Solver first, Solver second) implements Solver {

    @Override
    public String name() {
        return first.name() + " and " + second.name();
    }

    @Override
    public Answer decide(List<Formula> formulas, long patience) {
        Answer one = first.decide(formulas, patience);
        Answer other = second.decide(formulas, patience);
        if (one instanceof Answer.Undecided || other instanceof Answer.Undecided) {
            return one instanceof Answer.Undecided ? one : other;
        }
        boolean agree = one instanceof Answer.Possible == other instanceof Answer.Possible;
        return agree
                ? one
                : new Answer.Undecided(
                        first.name()
                                + " and "
                                + second.name()
                                + " contradict each other, which is a bug: please report it");
    }
}
