/** Tests of tls. */
@NullMarked
package dev.holdfast.probes.tls;

import org.jspecify.annotations.NullMarked;
