/** How fast and how much a run may ask. */
@NullMarked
package dev.holdfast.probes.wire.pace;

import org.jspecify.annotations.NullMarked;
