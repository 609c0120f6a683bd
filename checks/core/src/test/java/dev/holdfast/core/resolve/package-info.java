/** Tests of dev.holdfast.core.resolve. */
@NullMarked
package dev.holdfast.core.resolve;

import org.jspecify.annotations.NullMarked;
