/**
 * How a project starts with Holdfast: {@code init} looks at the stack, plans a few files, shows the
 * plan, and writes what is not there yet.
 */
@NullMarked
package dev.holdfast.commands.start;

import org.jspecify.annotations.NullMarked;
