/** Holds staged files against what the git program says. */
@NullMarked
package dev.holdfast.git.index;

import org.jspecify.annotations.NullMarked;
