/** Mistakes of the user that end a command with exit code 2 or 3, worded for the user. */
@NullMarked
package dev.holdfast.core.problem;

import org.jspecify.annotations.NullMarked;
