/** The commands that probe a running service. */
@NullMarked
package dev.holdfast.commands.probe;

import org.jspecify.annotations.NullMarked;
