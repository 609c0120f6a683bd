/** Tests of the stack detection, on real folders. */
@NullMarked
package dev.holdfast.core.stack;

import org.jspecify.annotations.NullMarked;
