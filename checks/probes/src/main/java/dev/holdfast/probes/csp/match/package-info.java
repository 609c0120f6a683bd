/** What a browser lets through under policies: the matching algorithms of CSP3. */
@NullMarked
package dev.holdfast.probes.csp.match;

import org.jspecify.annotations.NullMarked;
