package dev.holdfast.rls.solve;

import java.util.Map;
import java.util.Set;

/** What a solver says. */
public sealed interface Answer {

    /** No assignment makes all hold. */
    record Impossible() implements Answer {}

    /**
     * One makes them hold.
     *
     * @param holding the atoms that are true in it
     * @param classes a number for each value; the same for values that are the same in it
     */
    record Possible(Set<String> holding, Map<Value, Integer> classes) implements Answer {
        public Possible {
            holding = Set.copyOf(holding);
            classes = Map.copyOf(classes);
        }
    }

    /** The solver gave up, and why. */
    record Undecided(String reason) implements Answer {}
}
