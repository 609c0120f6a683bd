/** Tests of the package of this name. */
@NullMarked
package dev.holdfast.rls.source;

import org.jspecify.annotations.NullMarked;
