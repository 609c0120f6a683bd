/** When a run blocks: the rules of an environment's gate and the verdict on a list of results. */
@NullMarked
package dev.holdfast.core.gate;

import org.jspecify.annotations.NullMarked;
