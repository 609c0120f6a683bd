package dev.holdfast.rls.catalog;

/**
 * An expression of the catalogue.
 *
 * @param tree as a node tree
 * @param text as SQL, for people; not to be judged by
 */
public record Stored(String tree, String text) {}
