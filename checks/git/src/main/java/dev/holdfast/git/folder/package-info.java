/**
 * Where a repository lies and how it is built (gitrepository-layout(5)). Reads files only: nothing
 * that stands in a repository is run, no include is followed, no variable of the environment
 * counts.
 */
@NullMarked
package dev.holdfast.git.folder;

import org.jspecify.annotations.NullMarked;
