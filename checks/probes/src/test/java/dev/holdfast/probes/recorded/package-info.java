/** Tests of recorded. */
@NullMarked
package dev.holdfast.probes.recorded;

import org.jspecify.annotations.NullMarked;
