/** The effective access as a table: role × relation × command. */
@NullMarked
package dev.holdfast.rls.matrix;

import org.jspecify.annotations.NullMarked;
