/** Tests of cors. */
@NullMarked
package dev.holdfast.probes.cors;

import org.jspecify.annotations.NullMarked;
