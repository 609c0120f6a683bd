/** The one way to a target: address guard, pace, limits, redaction. */
@NullMarked
package dev.holdfast.probes.wire;

import org.jspecify.annotations.NullMarked;
