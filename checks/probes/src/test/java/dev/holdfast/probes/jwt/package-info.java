/** Tests of jwt. */
@NullMarked
package dev.holdfast.probes.jwt;

import org.jspecify.annotations.NullMarked;
