/** The first two messages of a TLS handshake, written and read by hand (RFC 5246, RFC 8446). */
@NullMarked
package dev.holdfast.probes.tls.hello;

import org.jspecify.annotations.NullMarked;
