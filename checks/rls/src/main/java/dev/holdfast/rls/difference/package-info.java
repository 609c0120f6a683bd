/** What a change of a schema opens and closes. */
@NullMarked
package dev.holdfast.rls.difference;

import org.jspecify.annotations.NullMarked;
