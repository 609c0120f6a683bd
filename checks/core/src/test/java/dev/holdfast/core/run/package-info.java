/** Tests of the package. */
@NullMarked
package dev.holdfast.core.run;

import org.jspecify.annotations.NullMarked;
