/** Tests of redaction. */
@NullMarked
package dev.holdfast.probes.wire.redaction;

import org.jspecify.annotations.NullMarked;
