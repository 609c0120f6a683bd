/** What a Content-Security-Policy says, as a browser reads it. */
@NullMarked
package dev.holdfast.probes.csp.policy;

import org.jspecify.annotations.NullMarked;
