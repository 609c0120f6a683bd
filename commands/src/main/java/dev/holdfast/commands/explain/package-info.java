/** The command that says what a check id means. */
@NullMarked
package dev.holdfast.commands.explain;

import org.jspecify.annotations.NullMarked;
