/** Tests of tokens. */
@NullMarked
package dev.holdfast.probes.tokens;

import org.jspecify.annotations.NullMarked;
