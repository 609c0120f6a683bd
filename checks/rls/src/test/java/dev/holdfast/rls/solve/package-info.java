/** Solvers held against each other. */
@NullMarked
package dev.holdfast.rls.solve;

import org.jspecify.annotations.NullMarked;
