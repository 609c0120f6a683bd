/**
 * Finds candidates many bytes at once, with the Vector API. Where its module is not in the boot
 * layer, {@code FilterPolicy} is the only class that is loaded.
 */
@NullMarked
package dev.holdfast.secrets.engine.vector;

import org.jspecify.annotations.NullMarked;
