/** Asks providers whether keys that were found still live. */
@NullMarked
package dev.holdfast.secrets.verify;

import org.jspecify.annotations.NullMarked;
