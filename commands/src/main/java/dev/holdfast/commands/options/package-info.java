/** Options that mean the same in every command. */
@NullMarked
package dev.holdfast.commands.options;

import org.jspecify.annotations.NullMarked;
