/** The commands about the baseline. */
@NullMarked
package dev.holdfast.commands.baseline;

import org.jspecify.annotations.NullMarked;
