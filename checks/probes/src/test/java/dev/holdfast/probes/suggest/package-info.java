/** Tests of suggest. */
@NullMarked
package dev.holdfast.probes.suggest;

import org.jspecify.annotations.NullMarked;
