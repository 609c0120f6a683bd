/** One run of probes against one target. */
@NullMarked
package dev.holdfast.probes.session;

import org.jspecify.annotations.NullMarked;
