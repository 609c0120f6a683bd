/** The command tree as data. Each command is one thin class in the package of its group. */
@NullMarked
package dev.holdfast.commands;

import org.jspecify.annotations.NullMarked;
