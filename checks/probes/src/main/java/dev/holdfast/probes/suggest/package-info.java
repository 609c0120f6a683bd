/** A content security policy for what a page was seen to use. */
@NullMarked
package dev.holdfast.probes.suggest;

import org.jspecify.annotations.NullMarked;
