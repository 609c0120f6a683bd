/** Tests of the package of this name. */
@NullMarked
package dev.holdfast.rls.matrix;

import org.jspecify.annotations.NullMarked;
