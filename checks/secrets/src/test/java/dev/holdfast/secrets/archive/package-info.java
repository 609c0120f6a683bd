/** Tests of the package. */
@NullMarked
package dev.holdfast.secrets.archive;

import org.jspecify.annotations.NullMarked;
