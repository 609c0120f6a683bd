/** Tests of dev.holdfast.core.waiver. */
@NullMarked
package dev.holdfast.core.waiver;

import org.jspecify.annotations.NullMarked;
