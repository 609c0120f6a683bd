/**
 * Folders of migrations: whose they are, in which order they run, and what became of each
 * statement.
 */
@NullMarked
package dev.holdfast.rls.server.migration;

import org.jspecify.annotations.NullMarked;
