/** Tests of address. */
@NullMarked
package dev.holdfast.probes.wire.address;

import org.jspecify.annotations.NullMarked;
