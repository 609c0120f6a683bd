/** Tests of difference. */
@NullMarked
package dev.holdfast.probes.difference;

import org.jspecify.annotations.NullMarked;
