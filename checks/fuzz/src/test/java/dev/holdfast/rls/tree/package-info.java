/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.rls.tree;

import org.jspecify.annotations.NullMarked;
