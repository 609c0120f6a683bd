/** Tests of the package. */
@NullMarked
package dev.holdfast.secrets.engine;

import org.jspecify.annotations.NullMarked;
