/** Tests of open. */
@NullMarked
package dev.holdfast.probes.wire.open;

import org.jspecify.annotations.NullMarked;
