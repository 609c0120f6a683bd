/** Writes a migration that denies by default and lets members at their own rows, and tries it. */
@NullMarked
package dev.holdfast.rls.generate;

import org.jspecify.annotations.NullMarked;
