/** What changed between two runs of probes. */
@NullMarked
package dev.holdfast.probes.difference;

import org.jspecify.annotations.NullMarked;
