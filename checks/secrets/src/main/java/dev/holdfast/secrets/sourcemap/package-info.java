/** Source maps (ECMA-426): from a place in built output to the place in the original source. */
@NullMarked
package dev.holdfast.secrets.sourcemap;

import org.jspecify.annotations.NullMarked;
