/**
 * What a repository's references reach: which contents, through which commit first, what of it is
 * not there. Reads commits and trees once, as numbers.
 */
@NullMarked
package dev.holdfast.git.history;

import org.jspecify.annotations.NullMarked;
