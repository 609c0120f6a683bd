/** Whether a webhook takes only what its sender signed, and each event once (T-1). */
@NullMarked
package dev.holdfast.probes.webhook;

import org.jspecify.annotations.NullMarked;
