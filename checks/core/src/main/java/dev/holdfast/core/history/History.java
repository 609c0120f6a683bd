package dev.holdfast.core.history;

import java.io.IOException;

/** A repository whose history can be looked at. */
public interface History {

    /**
     * Finds out what there is: which contents the scope reaches, and through which commit first.
     *
     * @param threads how many threads may be busy
     * @throws dev.holdfast.core.problem.UserProblem when the scope names a revision that is not
     *     there
     * @throws IOException when the repository cannot be read at all
     */
    Survey survey(HistoryScope scope, int threads) throws IOException, InterruptedException;
}
