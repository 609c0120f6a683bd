/** Looks into what is packed: zip, tar, gzip and Zstandard, nested, with limits against bombs. */
@NullMarked
package dev.holdfast.secrets.archive;

import org.jspecify.annotations.NullMarked;
