/** The git repository as the checks need it, read through JGit. */
@NullMarked
package dev.holdfast.git;

import org.jspecify.annotations.NullMarked;
