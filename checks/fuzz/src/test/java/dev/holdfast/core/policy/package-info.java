/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.core.policy;

import org.jspecify.annotations.NullMarked;
