/** {@code .env} files: their variables, which values are secrets, and the forms a value takes. */
@NullMarked
package dev.holdfast.secrets.env;

import org.jspecify.annotations.NullMarked;
