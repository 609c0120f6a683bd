/**
 * Text that is spelled inside other text: base64, hexadecimal, percent-encoding, escapes. Pure
 * functions over bytes; knows nothing of secrets.
 */
@NullMarked
package dev.holdfast.secrets.decode;

import org.jspecify.annotations.NullMarked;
