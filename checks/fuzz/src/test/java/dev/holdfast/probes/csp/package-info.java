/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.probes.csp;

import org.jspecify.annotations.NullMarked;
