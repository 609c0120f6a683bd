/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.core.ignore;

import org.jspecify.annotations.NullMarked;
