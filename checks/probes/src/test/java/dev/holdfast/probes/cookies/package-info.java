/** Tests of cookies. */
@NullMarked
package dev.holdfast.probes.cookies;

import org.jspecify.annotations.NullMarked;
