package dev.holdfast.rls.witness;

import dev.holdfast.rls.prove.Witness;

/** What an attempt came to. */
sealed interface Outcome {

    /** The property was seen to be broken. */
    record Seen(Witness witness) implements Outcome {}

    /** It was not, and why. */
    record NotSeen(String why) implements Outcome {}
}
