/** Tests of ratelimit. */
@NullMarked
package dev.holdfast.probes.ratelimit;

import org.jspecify.annotations.NullMarked;
