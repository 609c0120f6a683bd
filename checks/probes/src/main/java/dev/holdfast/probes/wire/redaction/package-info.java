/** Takes secrets out of everything that is shown or stored. */
@NullMarked
package dev.holdfast.probes.wire.redaction;

import org.jspecify.annotations.NullMarked;
