/** Waivers: what a team accepts, for how long, and who answers for it. */
@NullMarked
package dev.holdfast.core.waiver;

import org.jspecify.annotations.NullMarked;
