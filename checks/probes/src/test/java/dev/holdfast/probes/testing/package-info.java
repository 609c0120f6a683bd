/** Loopback services and a small wire for tests of probes. */
@NullMarked
package dev.holdfast.probes.testing;

import org.jspecify.annotations.NullMarked;
