/** Tests of the package. */
@NullMarked
package dev.holdfast.secrets.archive.zstd;

import org.jspecify.annotations.NullMarked;
