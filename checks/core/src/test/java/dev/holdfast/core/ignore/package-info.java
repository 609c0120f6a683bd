@NullMarked
package dev.holdfast.core.ignore;

import org.jspecify.annotations.NullMarked;
