/** What the policy file says of a service that may be probed. */
@NullMarked
package dev.holdfast.probes.target;

import org.jspecify.annotations.NullMarked;
