/** Judges the header fields of an answer as browsers read them, by route class. */
@NullMarked
package dev.holdfast.probes.headers;

import org.jspecify.annotations.NullMarked;
