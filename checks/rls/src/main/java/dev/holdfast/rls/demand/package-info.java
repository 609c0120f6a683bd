/** What policies demand of a row, and of who asks: how strict they are together. */
@NullMarked
package dev.holdfast.rls.demand;

import org.jspecify.annotations.NullMarked;
