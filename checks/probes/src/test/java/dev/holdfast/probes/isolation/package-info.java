/** Tests of isolation. */
@NullMarked
package dev.holdfast.probes.isolation;

import org.jspecify.annotations.NullMarked;
