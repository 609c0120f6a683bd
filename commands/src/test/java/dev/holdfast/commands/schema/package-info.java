@NullMarked
package dev.holdfast.commands.schema;

import org.jspecify.annotations.NullMarked;
