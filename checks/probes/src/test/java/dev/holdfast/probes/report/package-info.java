/** Tests of report. */
@NullMarked
package dev.holdfast.probes.report;

import org.jspecify.annotations.NullMarked;
