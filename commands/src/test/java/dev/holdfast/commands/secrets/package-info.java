@NullMarked
package dev.holdfast.commands.secrets;

import org.jspecify.annotations.NullMarked;
