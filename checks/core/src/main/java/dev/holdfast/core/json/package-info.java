/** Writes small JSON documents from plain Java values. */
@NullMarked
package dev.holdfast.core.json;

import org.jspecify.annotations.NullMarked;
