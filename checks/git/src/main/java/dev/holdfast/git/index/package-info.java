/**
 * What is tracked, as git's index has it (gitformat-index(5)), and what is staged: the index held
 * against the tree of HEAD. The work tree is not looked at.
 */
@NullMarked
package dev.holdfast.git.index;

import org.jspecify.annotations.NullMarked;
