/** Executes every command in every session against rows of two tenants. */
@NullMarked
package dev.holdfast.rls.trial;

import org.jspecify.annotations.NullMarked;
