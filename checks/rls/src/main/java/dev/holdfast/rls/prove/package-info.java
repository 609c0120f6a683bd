/** What policies let through, as formulas in which every uncertainty lets more through. */
@NullMarked
package dev.holdfast.rls.prove;

import org.jspecify.annotations.NullMarked;
