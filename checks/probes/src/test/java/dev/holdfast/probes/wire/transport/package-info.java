/** Tests of transport. */
@NullMarked
package dev.holdfast.probes.wire.transport;

import org.jspecify.annotations.NullMarked;
