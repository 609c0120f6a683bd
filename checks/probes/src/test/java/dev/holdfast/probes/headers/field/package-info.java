/** Tests of field. */
@NullMarked
package dev.holdfast.probes.headers.field;

import org.jspecify.annotations.NullMarked;
