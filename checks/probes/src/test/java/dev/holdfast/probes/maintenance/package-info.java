/** Tests of maintenance. */
@NullMarked
package dev.holdfast.probes.maintenance;

import org.jspecify.annotations.NullMarked;
