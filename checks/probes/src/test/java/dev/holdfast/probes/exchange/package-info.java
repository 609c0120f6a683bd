/** Tests of what is asked and answered. */
@NullMarked
package dev.holdfast.probes.exchange;

import org.jspecify.annotations.NullMarked;
