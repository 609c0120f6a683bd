/** Prints the schemas of what Holdfast writes. */
@NullMarked
package dev.holdfast.commands.schema;

import org.jspecify.annotations.NullMarked;
