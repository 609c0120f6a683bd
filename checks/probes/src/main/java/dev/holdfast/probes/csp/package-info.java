/** Content Security Policy: what a browser lets through, and what that means. */
@NullMarked
package dev.holdfast.probes.csp;

import org.jspecify.annotations.NullMarked;
