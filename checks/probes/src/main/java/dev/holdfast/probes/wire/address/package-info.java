/** Which addresses a target may have, and sockets that reach no other. */
@NullMarked
package dev.holdfast.probes.wire.address;

import org.jspecify.annotations.NullMarked;
