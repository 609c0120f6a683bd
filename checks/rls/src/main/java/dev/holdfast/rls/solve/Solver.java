package dev.holdfast.rls.solve;

import java.util.List;

/** Decides whether formulas can hold together. */
public interface Solver {

    /** The name, with the version. */
    String name();

    /**
     * Whether all can hold together.
     *
     * @param patience in milliseconds; afterwards the answer is {@link Answer.Undecided}
     */
    Answer decide(List<Formula> formulas, long patience);
}
