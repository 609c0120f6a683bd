/** The commands of row level security. */
@NullMarked
package dev.holdfast.commands.rls;

import org.jspecify.annotations.NullMarked;
