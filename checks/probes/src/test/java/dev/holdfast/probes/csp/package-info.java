/** Tests of csp. */
@NullMarked
package dev.holdfast.probes.csp;

import org.jspecify.annotations.NullMarked;
