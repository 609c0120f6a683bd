/** Unpacks Zstandard (RFC 8878) in plain Java: no native code, no unchecked memory. */
@NullMarked
package dev.holdfast.secrets.archive.zstd;

import org.jspecify.annotations.NullMarked;
