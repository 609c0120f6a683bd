/** Recorded exchanges as JSON lines: read, judged and written without any network. */
@NullMarked
package dev.holdfast.probes.recorded;

import org.jspecify.annotations.NullMarked;
