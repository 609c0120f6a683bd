package dev.holdfast.rls.witness;

import dev.holdfast.rls.prove.Witness;

/** What an attempt came to. */
sealed interface Outcome {

    /** The property was seen to be broken. */
    record Seen(Witness witness) implements Outcome {}

    /**
     * It was not.
     *
     * @param putIn whether the rows were there as they should be, so that it was really tried
     */
    record NotSeen(String why, boolean putIn) implements Outcome {}
}
