/** Tests of {@code init}, on real folders and through the real commands. */
@NullMarked
package dev.holdfast.commands.start;

import org.jspecify.annotations.NullMarked;
