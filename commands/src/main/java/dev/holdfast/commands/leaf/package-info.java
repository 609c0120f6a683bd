/** What a subcommand is, what it sees of the world, and what its exit code says. */
@NullMarked
package dev.holdfast.commands.leaf;

import org.jspecify.annotations.NullMarked;
