/** Where the programs of PostgreSQL are, and a copy of them that holds what Holdfast needs. */
@NullMarked
package dev.holdfast.rls.server.programs;

import org.jspecify.annotations.NullMarked;
