/** The commands about leaked secrets. */
@NullMarked
package dev.holdfast.commands.secrets;

import org.jspecify.annotations.NullMarked;
