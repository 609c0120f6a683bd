/** What the catalogue of a database says, read once and then only looked at. */
@NullMarked
package dev.holdfast.rls.catalog;

import org.jspecify.annotations.NullMarked;
