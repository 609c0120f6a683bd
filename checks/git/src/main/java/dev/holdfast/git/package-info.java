/**
 * What Holdfast asks of a git repository, answered by JGit, so that no git program is needed. Loads
 * late: nothing here is touched before it is asked.
 */
@NullMarked
package dev.holdfast.git;

import org.jspecify.annotations.NullMarked;
