/** Sends one request once: over OkHttp, or byte for byte over a socket of our own. */
@NullMarked
package dev.holdfast.probes.wire.transport;

import org.jspecify.annotations.NullMarked;
