/** Tests of what judges policies. */
@NullMarked
package dev.holdfast.probes.csp.judge;

import org.jspecify.annotations.NullMarked;
