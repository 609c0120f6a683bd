/** Tests of honeypot. */
@NullMarked
package dev.holdfast.probes.honeypot;

import org.jspecify.annotations.NullMarked;
