/** Tests of dev.holdfast.git. */
@NullMarked
package dev.holdfast.git;

import org.jspecify.annotations.NullMarked;
