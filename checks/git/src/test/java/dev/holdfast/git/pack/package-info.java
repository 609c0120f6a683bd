/** Tests of dev.holdfast.git.pack, on repositories that git itself makes. */
@NullMarked
package dev.holdfast.git.pack;

import org.jspecify.annotations.NullMarked;
