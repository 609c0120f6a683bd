/** Tests of what is said to the user. */
@NullMarked
package dev.holdfast.core.problem;

import org.jspecify.annotations.NullMarked;
