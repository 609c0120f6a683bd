/** Tables that a check shows beside its results: what is so, without a judgement. */
@NullMarked
package dev.holdfast.core.exhibit;

import org.jspecify.annotations.NullMarked;
