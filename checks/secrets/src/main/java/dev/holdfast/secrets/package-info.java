/** Finds secrets. Front door of the capability; knows no other capability. */
@NullMarked
package dev.holdfast.secrets;

import org.jspecify.annotations.NullMarked;
