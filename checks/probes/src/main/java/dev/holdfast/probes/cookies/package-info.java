/** Judges Set-Cookie as browsers read it (RFC 6265bis). */
@NullMarked
package dev.holdfast.probes.cookies;

import org.jspecify.annotations.NullMarked;
