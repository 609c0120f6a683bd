/** Whether a route believes tokens that nobody should believe (T-2). */
@NullMarked
package dev.holdfast.probes.jwt;

import org.jspecify.annotations.NullMarked;
