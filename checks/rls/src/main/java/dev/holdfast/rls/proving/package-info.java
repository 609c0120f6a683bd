/** The proof as a check: every exposed table, every property, and what it rests on. */
@NullMarked
package dev.holdfast.rls.proving;

import org.jspecify.annotations.NullMarked;
