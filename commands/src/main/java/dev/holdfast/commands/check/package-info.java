/** The command that looks at a project as its policy says. */
@NullMarked
package dev.holdfast.commands.check;

import org.jspecify.annotations.NullMarked;
