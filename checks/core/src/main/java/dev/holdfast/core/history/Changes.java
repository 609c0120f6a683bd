package dev.holdfast.core.history;

/** Ranges of a content that its base does not have; apart from each other, ascending. */
public interface Changes {

    /** How many ranges there are. */
    int count();

    /** Where range {@code i} starts. */
    int start(int i);

    /** Where range {@code i} ends; the same as its start at a seam between two copied parts. */
    int end(int i);
}
