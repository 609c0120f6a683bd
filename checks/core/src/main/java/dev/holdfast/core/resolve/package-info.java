/** What waivers and baseline make of findings. There is one resolver, and every command uses it. */
@NullMarked
package dev.holdfast.core.resolve;

import org.jspecify.annotations.NullMarked;
