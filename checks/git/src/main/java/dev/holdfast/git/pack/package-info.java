/**
 * Reads git's object store in the order in which it is packed, so that each zlib stream is inflated
 * once. Formats: gitformat-pack(5), gitformat-loose(5) and gitformat-commit-graph(5) of git 2.x.
 */
@NullMarked
package dev.holdfast.git.pack;

import org.jspecify.annotations.NullMarked;
