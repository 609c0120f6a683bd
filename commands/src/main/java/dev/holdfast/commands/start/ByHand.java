package dev.holdfast.commands.start;

/**
 * Something that a person does instead of {@code init}.
 *
 * @param what what to do, one sentence
 * @param piece lines to copy; empty when there are none
 */
record ByHand(String what, String piece) {}
