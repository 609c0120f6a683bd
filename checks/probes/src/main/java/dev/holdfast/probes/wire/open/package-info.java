/** Opens the wires of a run. */
@NullMarked
package dev.holdfast.probes.wire.open;

import org.jspecify.annotations.NullMarked;
