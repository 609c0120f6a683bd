/** Tests of JSON text. */
@NullMarked
package dev.holdfast.core.json;

import org.jspecify.annotations.NullMarked;
