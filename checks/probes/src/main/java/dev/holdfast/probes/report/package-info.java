/**
 * Reports of broken content security policies: read, collected, judged, and where they are sent.
 */
@NullMarked
package dev.holdfast.probes.report;

import org.jspecify.annotations.NullMarked;
