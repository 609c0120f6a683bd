/** Whether a route keeps out those who may not use it, whatever way they try (T-3). */
@NullMarked
package dev.holdfast.probes.access;

import org.jspecify.annotations.NullMarked;
