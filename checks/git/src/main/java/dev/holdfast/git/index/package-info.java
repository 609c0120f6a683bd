/**
 * What is staged: git's index (gitformat-index(5)) held against the tree of HEAD. The work tree is
 * not looked at.
 */
@NullMarked
package dev.holdfast.git.index;

import org.jspecify.annotations.NullMarked;
