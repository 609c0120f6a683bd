/** Grammars of single header fields, as browsers read them. Pure, linear, never throwing. */
@NullMarked
package dev.holdfast.probes.headers.field;

import org.jspecify.annotations.NullMarked;
