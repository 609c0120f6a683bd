/** A script of SQL, cut into statements as psql cuts it. */
@NullMarked
package dev.holdfast.rls.server.sql;

import org.jspecify.annotations.NullMarked;
