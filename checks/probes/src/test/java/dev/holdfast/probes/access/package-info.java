/** Tests of access. */
@NullMarked
package dev.holdfast.probes.access;

import org.jspecify.annotations.NullMarked;
