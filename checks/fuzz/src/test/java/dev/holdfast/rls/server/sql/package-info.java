/** What must hold of parsers here, whatever the bytes are. */
@NullMarked
package dev.holdfast.rls.server.sql;

import org.jspecify.annotations.NullMarked;
