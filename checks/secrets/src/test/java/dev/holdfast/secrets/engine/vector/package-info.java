/** The vector path. */
@NullMarked
package dev.holdfast.secrets.engine.vector;

import org.jspecify.annotations.NullMarked;
