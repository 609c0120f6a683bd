/** Tests of the package. */
@NullMarked
package dev.holdfast.core.gate;

import org.jspecify.annotations.NullMarked;
