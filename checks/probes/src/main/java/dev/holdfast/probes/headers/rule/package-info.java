/** One class a header field: what it must be where. */
@NullMarked
package dev.holdfast.probes.headers.rule;

import org.jspecify.annotations.NullMarked;
