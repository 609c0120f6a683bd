@NullMarked
package dev.holdfast.rls.server.sql;

import org.jspecify.annotations.NullMarked;
