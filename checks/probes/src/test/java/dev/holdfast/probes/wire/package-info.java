/** Tests of the wire of a run. */
@NullMarked
package dev.holdfast.probes.wire;

import org.jspecify.annotations.NullMarked;
