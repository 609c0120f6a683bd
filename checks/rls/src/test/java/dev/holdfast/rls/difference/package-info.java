/** What edits of schemas open and close, on a real server. */
@NullMarked
package dev.holdfast.rls.difference;

import org.jspecify.annotations.NullMarked;
