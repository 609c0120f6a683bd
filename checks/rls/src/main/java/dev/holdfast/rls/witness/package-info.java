/** Executes what may break a property, to see whether it does. */
@NullMarked
package dev.holdfast.rls.witness;

import org.jspecify.annotations.NullMarked;
