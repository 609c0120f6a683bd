/** Tests of the package of this name. */
@NullMarked
package dev.holdfast.rls.audit;

import org.jspecify.annotations.NullMarked;
