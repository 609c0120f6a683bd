/** main(), the command tree, the terminal and the exit codes. */
@NullMarked
package dev.holdfast.cli;

import org.jspecify.annotations.NullMarked;
