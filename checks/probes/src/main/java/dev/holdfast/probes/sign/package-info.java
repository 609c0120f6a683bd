/** Message authentication codes by the JDK's own cryptography. */
@NullMarked
package dev.holdfast.probes.sign;

import org.jspecify.annotations.NullMarked;
