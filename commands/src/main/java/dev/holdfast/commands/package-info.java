/** One thin class a subcommand: options in, one domain object called, a report out. */
@NullMarked
package dev.holdfast.commands;

import org.jspecify.annotations.NullMarked;
