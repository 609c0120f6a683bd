/** Tests of the package of this name. */
@NullMarked
package dev.holdfast.rls.access;

import org.jspecify.annotations.NullMarked;
