/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.secrets.engine;

import org.jspecify.annotations.NullMarked;
