/** Whether the maintenance switch takes down what it should, and nothing else. */
@NullMarked
package dev.holdfast.probes.maintenance;

import org.jspecify.annotations.NullMarked;
