/**
 * What a project is built with, found from a few files that say so. Guesses nothing: every
 * technology named here is backed by a file that was read.
 */
@NullMarked
package dev.holdfast.core.stack;

import org.jspecify.annotations.NullMarked;
