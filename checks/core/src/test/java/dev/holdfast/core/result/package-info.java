/** Tests of the package. */
@NullMarked
package dev.holdfast.core.result;

import org.jspecify.annotations.NullMarked;
