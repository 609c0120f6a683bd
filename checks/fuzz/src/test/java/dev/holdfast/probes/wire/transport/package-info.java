/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.probes.wire.transport;

import org.jspecify.annotations.NullMarked;
