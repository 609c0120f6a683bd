/** A PostgreSQL server that lives as long as one command, and the databases in it. */
@NullMarked
package dev.holdfast.rls.server;

import org.jspecify.annotations.NullMarked;
