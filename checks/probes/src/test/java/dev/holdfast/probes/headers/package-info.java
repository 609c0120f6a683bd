/** Tests of headers. */
@NullMarked
package dev.holdfast.probes.headers;

import org.jspecify.annotations.NullMarked;
