package dev.holdfast.probes.cors;

/** How far a browser lets the pages of an origin read an answer. */
enum Reading {
    /** Not at all. */
    NOBODY,
    /** Those of every origin, without the user's credentials. */
    EVERYBODY,
    /** Those of this origin, without the user's credentials. */
    PLAIN,
    /** Those of this origin, with the user's credentials. */
    CREDENTIALED
}
