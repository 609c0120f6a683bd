/** Tests of dev.holdfast.core.baseline. */
@NullMarked
package dev.holdfast.core.baseline;

import org.jspecify.annotations.NullMarked;
