/** Tests of the package. */
@NullMarked
package dev.holdfast.rls.seed;

import org.jspecify.annotations.NullMarked;
