/**
 * Where a repository lies and how it is built (gitrepository-layout(5)). Reads files only: nothing
 * that stands in a repository is run, and no include is followed.
 */
@NullMarked
package dev.holdfast.git.folder;

import org.jspecify.annotations.NullMarked;
