package dev.holdfast.git.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as it was read.
 *
 * @param entries in git's order
 * @param tree what git knows of the trees that the entries make, when it does
 */
record Index(List<IndexEntry> entries, @Nullable CachedTree tree) {}
