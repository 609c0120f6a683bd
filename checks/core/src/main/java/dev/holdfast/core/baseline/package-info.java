/** The baseline: what was there before, kept visible, never hiding anything new. */
@NullMarked
package dev.holdfast.core.baseline;

import org.jspecify.annotations.NullMarked;
