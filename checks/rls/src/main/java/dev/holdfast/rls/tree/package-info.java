/** Node trees as PostgreSQL stores them, read without a grammar of its own for each node. */
@NullMarked
package dev.holdfast.rls.tree;

import org.jspecify.annotations.NullMarked;
