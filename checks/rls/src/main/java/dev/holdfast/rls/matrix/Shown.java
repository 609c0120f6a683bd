package dev.holdfast.rls.matrix;

import java.util.List;

/**
 * A matrix, and what it does not show.
 *
 * @param doubts what of the database is not in the catalogue that it was made of
 */
public record Shown(AccessMatrix matrix, List<String> doubts) {
    public Shown {
        doubts = List.copyOf(doubts);
    }
}
