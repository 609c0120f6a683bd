/**
 * Scans whole contents: files of a tree, standard input, staged files, the contents of a history.
 */
@NullMarked
package dev.holdfast.secrets.scan;

import org.jspecify.annotations.NullMarked;
