@NullMarked
package dev.holdfast.secrets.scan;

import org.jspecify.annotations.NullMarked;
