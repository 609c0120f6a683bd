@NullMarked
package dev.holdfast.secrets.sourcemap;

import org.jspecify.annotations.NullMarked;
