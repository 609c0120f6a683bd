/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.git.pack;

import org.jspecify.annotations.NullMarked;
