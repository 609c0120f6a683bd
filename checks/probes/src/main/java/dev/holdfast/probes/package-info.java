/** Probes of running services: what they answer, and what a browser makes of it. */
@NullMarked
package dev.holdfast.probes;

import org.jspecify.annotations.NullMarked;
