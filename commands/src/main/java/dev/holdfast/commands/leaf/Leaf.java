package dev.holdfast.commands.leaf;

import dev.holdfast.commands.options.Syntax;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;

/** One subcommand with its options, made new for each run. */
public interface Leaf {

    /** What it takes, and its help page says. What is given is kept in this object. */
    Syntax syntax();

    /**
     * Runs and says the exit code.
     *
     * @throws UserProblem when the user can mend what went wrong (exit code 2)
     * @throws IOException when the surroundings fail: a full disk, a file that cannot be written
     * @throws InterruptedException when the run is stopped
     */
    int run(Surroundings surroundings) throws IOException, InterruptedException;
}
