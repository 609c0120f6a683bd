/** Tests of hello. */
@NullMarked
package dev.holdfast.probes.tls.hello;

import org.jspecify.annotations.NullMarked;
