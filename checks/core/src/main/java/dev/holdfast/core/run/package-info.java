/** Runs checks: each in a thread of its own, with a time limit, and none can take the run down. */
@NullMarked
package dev.holdfast.core.run;

import org.jspecify.annotations.NullMarked;
