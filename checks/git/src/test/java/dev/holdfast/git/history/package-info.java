/** Holds surveys of histories against what the git program says. */
@NullMarked
package dev.holdfast.git.history;

import org.jspecify.annotations.NullMarked;
