/** Tests of pace. */
@NullMarked
package dev.holdfast.probes.wire.pace;

import org.jspecify.annotations.NullMarked;
